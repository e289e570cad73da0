// A store's file that refuses one key, as a full disk refuses any.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

namespace net_testing {

inline constexpr const char* refused_key = "bad";

inline void make_refusing_store(const std::string& path) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    sqlite3_exec(database,
                 "CREATE TABLE records(key BLOB PRIMARY KEY CHECK(key <> x'626164'), value BLOB NOT NULL)"
                 " WITHOUT ROWID",
                 nullptr, nullptr, nullptr);
    sqlite3_close(database);
}

}  // namespace net_testing
