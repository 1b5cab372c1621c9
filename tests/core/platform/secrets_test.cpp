#include "core/platform/secrets.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace penstock::platform {

namespace fs = std::filesystem;
using Values = std::map<std::string, std::string>;

// The keyring is a program; here one that keeps what it is told in a file, or does what the test says.
class SecretsTest : public testing::Test {
protected:
    SecretsTest()
    {
        program("keyring", R"(#!/usr/bin/python3
import json, os, sys
asked = json.load(sys.stdin)
path = os.path.dirname(sys.argv[0]) + "/kept.json"
kept = json.load(open(path)) if os.path.exists(path) else {}
if asked["do"] == "write":
    kept[asked["key"]] = asked["value"]
if asked["do"] == "remove":
    kept.pop(asked["key"], None)
json.dump(kept, open(path, "w"))
print(json.dumps({"values": {key: kept[key] for key in asked["keys"] if key in kept}} if asked["do"] == "read" else {}))
)");
    }

    void program(const std::string& name, const std::string& text) const
    {
        m_folder.write(name, text);
        fs::permissions(m_folder / name, fs::perms::owner_all);
    }

    Secrets secrets(const std::string& keyring = "keyring", Duration patience = Duration(60'000)) const
    {
        return Secrets(m_folder / "config/penstock", Keyring(m_folder / keyring, patience));
    }

    std::string errorOf(const std::string& name, const Secrets& from) const
    {
        const auto values = from.values({name}, m_workspace);
        return values ? "" : values.error().message.id;
    }

    const std::string m_workspace = "/workspaces/digits";
    const std::string m_file = "config/penstock/secrets.json";
    test::TemporaryFolder m_folder;
};

TEST_F(SecretsTest, AreFoundInTheFileOrInTheKeyringByName)
{
    ASSERT_TRUE(secrets().set({"A", {}}, "in the file\n\"ä\"", SecretPlace::file));
    ASSERT_TRUE(secrets().set({"B", {}}, "in the keyring", SecretPlace::keyring));
    EXPECT_EQ(*secrets().values({"A", "B"}, m_workspace), (Values{{"A", "in the file\n\"ä\""}, {"B", "in the keyring"}}));
    EXPECT_EQ(m_folder.read(m_file).find("in the keyring"), std::string::npos);
    const auto list = secrets().list();
    ASSERT_TRUE(list);
    EXPECT_EQ(list->size(), 2U);
    EXPECT_FALSE((*list)[1].value) << "the list of what is in the keyring has no value";
}

TEST_F(SecretsTest, OneOfTheWorkspaceGoesBeforeOneForAll)
{
    for (const SecretPlace place : {SecretPlace::file, SecretPlace::keyring}) {
        ASSERT_TRUE(secrets().set({"A", {}}, "for all", place));
        ASSERT_TRUE(secrets().set({"A", m_workspace}, "its own", place));
        EXPECT_EQ(secrets().values({"A"}, m_workspace)->at("A"), "its own");
        EXPECT_EQ(secrets().values({"A"}, "/other")->at("A"), "for all");
    }
    ASSERT_TRUE(secrets().remove({"A", m_workspace}));
    EXPECT_EQ(secrets().values({"A"}, m_workspace)->at("A"), "for all");
}

TEST_F(SecretsTest, AreNotThereAfterTheyWereRemoved)
{
    for (const SecretPlace place : {SecretPlace::file, SecretPlace::keyring}) {
        ASSERT_TRUE(secrets().set({"A", {}}, "once", place));
        ASSERT_TRUE(secrets().remove({"A", {}}));
        EXPECT_EQ(errorOf("A", secrets()), "platform.secret_unknown");
        EXPECT_EQ(secrets().remove({"A", {}}).error().code, ErrorCode::notFound);
    }
    EXPECT_EQ(m_folder.read("kept.json"), "{}");
}

TEST_F(SecretsTest, AValueThatMovesToTheFileLeavesTheKeyring)
{
    ASSERT_TRUE(secrets().set({"A", {}}, "first", SecretPlace::keyring));
    ASSERT_TRUE(secrets().set({"A", {}}, "second", SecretPlace::file));
    EXPECT_EQ(m_folder.read("kept.json"), "{}");
    EXPECT_EQ(secrets().values({"A"}, {})->at("A"), "second");
}

TEST_F(SecretsTest, WhatTheKeyringHasLostIsNamed)
{
    ASSERT_TRUE(secrets().set({"A", {}}, "once", SecretPlace::keyring));
    m_folder.write("kept.json", "{}");
    EXPECT_EQ(errorOf("A", secrets()), "platform.secret_gone");
}

TEST_F(SecretsTest, AKeyringThatHangsCostsPatienceAndNothingIsKeptElsewhere)
{
    program("hangs", "#!/bin/sh\nexec sleep 1000\n");
    const auto set = secrets("hangs", Duration(50)).set({"A", {}}, "value", SecretPlace::keyring);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().message.id, "platform.keyring_silent");
    EXPECT_EQ(m_folder.read(m_file), "");
    EXPECT_TRUE(secrets("hangs", Duration(50)).set({"A", {}}, "value", SecretPlace::file)) << "that does not ask it";
}

TEST_F(SecretsTest, AKeyringThatIsLockedOrAbsentSaysSo)
{
    program("locked", "#!/bin/sh\necho '{\"error\": \"locked\", \"reason\": \"no\"}'\n");
    program("none", "#!/bin/sh\necho '{\"error\": \"absent\"}'\n");
    program("broken", "#!/bin/sh\nexit 1\n");
    ASSERT_TRUE(secrets().set({"A", {}}, "once", SecretPlace::keyring));
    EXPECT_EQ(errorOf("A", secrets("locked")), "platform.keyring_locked");
    EXPECT_EQ(errorOf("A", secrets("none")), "platform.keyring_absent");
    EXPECT_EQ(errorOf("A", secrets("broken")), "platform.keyring_failed");
    EXPECT_EQ(errorOf("A", secrets("not-installed")), "platform.keyring_absent");
}

TEST_F(SecretsTest, AFileThatOthersCanReadIsRefused)
{
    ASSERT_TRUE(secrets().set({"A", {}}, "once", SecretPlace::file));
    struct stat status{};
    ASSERT_EQ(stat((m_folder / m_file).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    for (const mode_t mode : {0640U, 0604U, 0620U}) {
        ASSERT_EQ(chmod((m_folder / m_file).c_str(), mode), 0);
        EXPECT_EQ(errorOf("A", secrets()), "platform.secrets_exposed");
        EXPECT_EQ(secrets().set({"B", {}}, "more", SecretPlace::file).error().message.id, "platform.secrets_exposed");
    }
    if (geteuid() == 0) { // only root can give a file away
        ASSERT_EQ(chmod((m_folder / m_file).c_str(), 0600), 0);
        ASSERT_EQ(chown((m_folder / m_file).c_str(), 65534, 65534), 0);
        EXPECT_EQ(errorOf("A", secrets()), "platform.secrets_of_another");
    }
}

TEST_F(SecretsTest, AFileThatIsNotUnderstoodIsRefusedAndKept)
{
    ASSERT_TRUE(secrets().set({"A", {}}, "once", SecretPlace::file));
    for (const std::string content : {"", "{", "{\"penstock\": 2, \"secrets\": []}", "{\"penstock\": 1, \"secrets\": [{\"name\": \"A\"}]}"}) {
        m_folder.write(m_file, content);
        EXPECT_EQ(errorOf("A", secrets()), "platform.secrets_unreadable") << content;
        EXPECT_FALSE(secrets().set({"B", {}}, "more", SecretPlace::file));
        EXPECT_EQ(m_folder.read(m_file), content);
    }
}

TEST_F(SecretsTest, AFileBehindALinkStaysBehindIt)
{
    ASSERT_TRUE(secrets().set({"A", {}}, "once", SecretPlace::file));
    fs::rename(m_folder / m_file, m_folder / "elsewhere");
    fs::create_symlink(m_folder / "elsewhere", m_folder / m_file);
    ASSERT_TRUE(secrets().set({"B", {}}, "more", SecretPlace::file));
    EXPECT_TRUE(fs::is_symlink(m_folder / m_file));
    EXPECT_EQ(secrets().values({"A", "B"}, {})->size(), 2U);
}

TEST_F(SecretsTest, ChangesOfSeveralAtOnceAreAllKept)
{
    std::vector<std::thread> people;
    for (const char* name : {"A", "B", "C", "D"})
        people.emplace_back([this, name] { ASSERT_TRUE(secrets().set({name, {}}, name, SecretPlace::file)); });
    for (std::thread& each : people)
        each.join();
    EXPECT_EQ(secrets().values({"A", "B", "C", "D"}, {})->size(), 4U);
}

TEST_F(SecretsTest, OnlyTextThatFitsIntoAnEnvironmentIsTaken)
{
    const auto refused = [&](const std::string& name, const std::string& value) {
        const auto set = secrets().set({name, {}}, value, SecretPlace::file);
        return set ? "" : set.error().message.id;
    };
    EXPECT_EQ(refused("A", ""), "platform.secret_empty");
    EXPECT_EQ(refused("A", std::string("a\0b", 3)), "platform.secret_not_text");
    EXPECT_EQ(refused("A", "\xff\xfe"), "platform.secret_not_text");
    EXPECT_EQ(refused("A", std::string(longestSecret + 1, 'x')), "platform.secret_too_long");
    EXPECT_EQ(refused("a b", "x"), "platform.secret_bad_name");
    EXPECT_EQ(refused("A", std::string(longestSecret, 'x')), "");
}

} // namespace penstock::platform
