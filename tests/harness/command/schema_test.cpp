#include "harness/command/schema.h"

#include <gtest/gtest.h>

#include "foundation/json/json.h"
#include "harness/scenario/grammar.h"

namespace command {
namespace {

json::Value schema() {
    const auto read = json::parse(scenario_schema());
    EXPECT_TRUE(read);
    return read ? *read : json::Value{};
}

TEST(Schema, knows_every_key_of_the_file_and_no_other) {
    const json::Value made = schema();
    for (const scenario::Explanation& key : scenario::file_keys())
        EXPECT_TRUE(made["properties"].contains(std::string(key.form.substr(0, key.form.find(':')))))
            << key.form;
    EXPECT_EQ(made["properties"].size(), scenario::file_keys().size());
    EXPECT_EQ(made["additionalProperties"], false);
}

TEST(Schema, knows_every_step_with_its_meaning_and_every_target) {
    const json::Value made = schema();
    const json::Value& steps = made["definitions"]["step"]["anyOf"][0]["patternProperties"];
    EXPECT_EQ(steps.size(), scenario::verbs().size());
    EXPECT_TRUE(steps.contains("^agent\\([A-Za-z0-9_${}-]+\\)(\\.says)?$")) << steps.dump();
    for (const auto& [key, step] : steps.items()) EXPECT_TRUE(step.contains("description")) << key;
    for (const scenario::TargetForm& form : scenario::targets())
        EXPECT_TRUE(made["definitions"].contains(std::string(form.actor) + "." + std::string(form.name)));
}

TEST(Schema, a_step_without_a_value_may_stand_alone) {
    const json::Value made = schema();
    std::size_t alone = 0;
    for (const json::Value& form : made["definitions"]["step"]["anyOf"])
        if (form["type"] == "string") ++alone;
    EXPECT_GE(alone, 10U);
}

}  // namespace
}  // namespace command
