#include "core/platform/step_environment.h"

#include "core/platform/brief_command.h"
#include "core/platform/interpreter.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace penstock::platform {

namespace fs = std::filesystem;

class StepEnvironmentTest : public testing::Test {
protected:
    void makeProgram(const std::string& name, const std::string& text = "#!/bin/sh\n") const
    {
        m_workspace.write(name, text);
        fs::permissions(m_workspace / name, fs::perms::owner_all);
    }

    test::TemporaryFolder m_workspace;
    Variables m_owner{{"PATH", "/own"},   {"HOME", "/users/ada"},      {"LANG", "de_DE.UTF-8"},   {"LC_TIME", "C"},
                      {"TZ", "UTC"},      {"LD_LIBRARY_PATH", "/odd"}, {"PYTHONPATH", "/odd"},    {"AWS_PROFILE", "ml"},
                      {"DISPLAY", ":0"},  {"CUDA_HOME", "/cuda"},      {"https_proxy", "proxy:1"}};
};

TEST_F(StepEnvironmentTest, PassesOnlyWhatIsAllowedOrNamed)
{
    const StepEnvironment environment(m_owner, m_workspace.path(), "/login");
    const Variables plain = environment.variables({});
    for (const char* name : {"HOME", "LANG", "LC_TIME", "TZ", "CUDA_HOME", "https_proxy"})
        EXPECT_EQ(plain.at(name), m_owner.at(name)) << name;
    for (const char* name : {"LD_LIBRARY_PATH", "PYTHONPATH", "AWS_PROFILE", "DISPLAY"})
        EXPECT_EQ(plain.count(name), 0U) << name;
    EXPECT_EQ(environment.variables({"AWS_PROFILE", "NOT_SET"}).at("AWS_PROFILE"), "ml");
    EXPECT_EQ(environment.variables({"NOT_SET"}).count("NOT_SET"), 0U);
}

TEST_F(StepEnvironmentTest, ThePathIsTheLoginShells)
{
    EXPECT_EQ(StepEnvironment(m_owner, m_workspace.path(), "/login:/bin").variables({}).at("PATH"), "/login:/bin");
    EXPECT_EQ(StepEnvironment(m_owner, m_workspace.path(), std::nullopt).variables({}).at("PATH"), "/own");
    EXPECT_EQ(StepEnvironment({}, m_workspace.path(), std::nullopt).variables({}).at("PATH"), "/usr/local/bin:/usr/bin:/bin");
    EXPECT_NE(StepEnvironment({}, m_workspace.path(), std::nullopt).variables({}).at("HOME"), "");
}

TEST_F(StepEnvironmentTest, TheWorkspacesVirtualEnvironmentComesFirst)
{
    makeProgram(".venv/bin/python3");
    m_workspace.write(".venv/pyvenv.cfg", "");
    const Variables variables = StepEnvironment(m_owner, m_workspace.path(), "/login").variables({});
    EXPECT_EQ(variables.at("PATH"), (m_workspace / ".venv/bin") + ":/login");
    EXPECT_EQ(variables.at("VIRTUAL_ENV"), m_workspace / ".venv");
    const auto found = findInterpreter(variables, m_workspace.path());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->path, m_workspace / ".venv/bin/python3");
    EXPECT_EQ(found->origin, Interpreter::Origin::workspace);
}

TEST_F(StepEnvironmentTest, AGivenInterpreterComesBeforeEverything)
{
    makeProgram(".venv/bin/python3");
    makeProgram("conda/bin/python3");
    m_workspace.write("conda/conda-meta/history", "");
    const StepEnvironment environment(m_owner, m_workspace.path(), "/login");
    const Variables variables = environment.variables({}, "conda/bin/python3");
    EXPECT_EQ(variables.at("PATH"), (m_workspace / "conda/bin") + ":/login");
    EXPECT_EQ(variables.at("CONDA_PREFIX"), m_workspace / "conda");
    EXPECT_EQ(environment.variables({}, m_workspace / "conda/bin/python3"), variables) << "absolute or relative";
    EXPECT_EQ(findInterpreter(variables, m_workspace.path(), "conda/bin/python3")->origin, Interpreter::Origin::given);
    const auto absent = findInterpreter(variables, m_workspace.path(), "nowhere/python");
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().message.id, "platform.python_given_missing");
    EXPECT_EQ(absent.error().message.arguments.front().second, m_workspace / "nowhere/python");
}

TEST_F(StepEnvironmentTest, AnInterpreterTellsWhatItLacks)
{
    const Variables variables = StepEnvironment(processVariables(), m_workspace.path(), std::nullopt).variables({});
    const auto python = findInterpreter(variables, m_workspace.path());
    ASSERT_TRUE(python);
    const auto report = inspect(*python, variables, {"json", "no_such_module_at_all", "os.path", "nor.this"});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->version.substr(0, 2), "3.");
    EXPECT_EQ(report->missing, (std::vector<std::string>{"no_such_module_at_all", "nor.this"}));
}

TEST_F(StepEnvironmentTest, NoInterpreterAndABrokenOneAreDifferentSentences)
{
    EXPECT_EQ(findInterpreter({{"PATH", m_workspace.path()}}, m_workspace.path()).error().message.id,
              "platform.python_missing");
    makeProgram("bin/python3", "#!/bin/sh\nexit 1\n");
    const auto broken = findInterpreter({{"PATH", m_workspace / "bin"}}, m_workspace.path());
    ASSERT_TRUE(broken);
    EXPECT_EQ(inspect(*broken, {}, {}).error().message.id, "platform.python_broken");
}

TEST(BriefCommand, TellsOutputAndCode)
{
    const auto output = runBriefly({{"sh", "-c", "echo hello; exit 3"}, std::nullopt, -1}, Duration(60'000));
    ASSERT_TRUE(output);
    EXPECT_EQ(output->text, "hello\n");
    EXPECT_EQ(output->code, 3);
}

TEST(BriefCommand, IsCutShortWhenItTakesTooLongOrWritesTooMuch)
{
    EXPECT_EQ(runBriefly({{"sleep", "1000"}, std::nullopt, -1}, Duration(10)).error().code, ErrorCode::busy);
    EXPECT_EQ(runBriefly({{"sh", "-c", "exec >&-; sleep 1000"}, std::nullopt, -1}, Duration(50)).error().code,
              ErrorCode::busy);
    EXPECT_EQ(runBriefly({{"yes"}, std::nullopt, -1}, Duration(60'000), 1000).error().code, ErrorCode::invalid);
    EXPECT_EQ(runBriefly({{"no-such-program"}, std::nullopt, -1}, Duration(1000)).error().code, ErrorCode::notFound);
}

} // namespace penstock::platform
