#include "foundation/net/store.h"

#include <sqlite3.h>

#include <utility>

namespace net {
namespace {

using Outcome = std::expected<void, std::string>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;
using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)>;

// The exclusive mode must be set before the journal mode: then the lock is taken with the first transaction
// and kept.
constexpr const char* preparation =
    "PRAGMA locking_mode=EXCLUSIVE;"
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "BEGIN EXCLUSIVE;"
    "CREATE TABLE IF NOT EXISTS records(key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;"
    "COMMIT;";

std::string column(sqlite3_stmt* statement, int index) {
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, index));
    const void* bytes = sqlite3_column_blob(statement, index);
    return size == 0 ? std::string{} : std::string(static_cast<const char*>(bytes), size);
}

int bind(sqlite3_stmt* statement, int index, const std::string& bytes) {
    return sqlite3_bind_blob64(statement, index, bytes.data(), bytes.size(), SQLITE_STATIC);
}

}  // namespace

struct Store::State {
    std::string path;
    Database database{nullptr, &sqlite3_close_v2};
    Statement select{nullptr, &sqlite3_finalize};
    Statement put{nullptr, &sqlite3_finalize};
    Statement erase{nullptr, &sqlite3_finalize};

    Outcome open();
    Outcome run(const char* sql);
    Outcome prepare(Statement& statement, const char* sql);
    Outcome write(const host::Record& record);
    Outcome write_all(const std::vector<host::Record>& records);
    std::unexpected<std::string> trouble(int code) const;
};

std::expected<Store, std::string> Store::open(const std::string& path) {
    auto state = std::make_unique<State>();
    state->path = path;
    if (auto opened = state->open(); !opened) return std::unexpected(std::move(opened.error()));
    return Store(std::move(state));
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Outcome Store::State::open() {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(
        path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database.reset(raw);
    if (code != SQLITE_OK) return trouble(code);
    if (auto prepared = run(preparation); !prepared) return prepared;
    if (auto made = prepare(select, "SELECT key, value FROM records ORDER BY key"); !made) return made;
    if (auto made = prepare(put, "INSERT OR REPLACE INTO records(key, value) VALUES(?, ?)"); !made)
        return made;
    return prepare(erase, "DELETE FROM records WHERE key = ?");
}

std::expected<std::vector<host::Record>, std::string> Store::load() const {
    std::vector<host::Record> records;
    sqlite3_stmt* select = state_->select.get();
    int code = sqlite3_step(select);
    for (; code == SQLITE_ROW; code = sqlite3_step(select))
        records.push_back({column(select, 0), column(select, 1)});
    sqlite3_reset(select);
    if (code != SQLITE_DONE) return state_->trouble(code);
    return records;
}

Outcome Store::commit(const std::vector<host::Record>& records) {
    if (auto begun = state_->run("BEGIN"); !begun) return begun;
    auto written = state_->write_all(records);
    if (written) written = state_->run("COMMIT");
    if (!written) static_cast<void>(state_->run("ROLLBACK"));  // the first error is the one that tells
    return written;
}

Outcome Store::State::write_all(const std::vector<host::Record>& records) {
    for (const host::Record& record : records)
        if (auto written = write(record); !written) return written;
    return {};
}

Outcome Store::State::write(const host::Record& record) {
    sqlite3_stmt* statement = record.value ? put.get() : erase.get();
    int code = bind(statement, 1, record.key);
    if (code == SQLITE_OK && record.value) code = bind(statement, 2, *record.value);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (code != SQLITE_DONE) return trouble(code);
    return {};
}

Outcome Store::State::run(const char* sql) {
    const int code = sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return trouble(code);
    return {};
}

Outcome Store::State::prepare(Statement& statement, const char* sql) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(database.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    statement.reset(raw);
    if (code != SQLITE_OK) return trouble(code);
    return {};
}

std::unexpected<std::string> Store::State::trouble(int code) const {
    constexpr int primary_code_mask = 0xff;
    switch (code & primary_code_mask) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return std::unexpected("the store " + path +
                                   " is in use by another process; stop that one first");
        case SQLITE_CANTOPEN:
            return std::unexpected(
                "the store " + path +
                " cannot be opened or made; check that its directory exists and is writable");
        case SQLITE_NOTADB:
            return std::unexpected("the store " + path + " is not an SQLite file; name another file");
        default:
            return std::unexpected("the store " + path + " failed: " + sqlite3_errmsg(database.get()));
    }
}

}  // namespace net
