#include "core/format/pipeline_reader.h"
#include "core/format/workspace_settings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace penstock::format {

namespace {

std::string shown(const pipeline::Issues& issues)
{
    std::string text;
    for (const pipeline::Issue& issue : issues) {
        text += std::to_string(issue.place.line) + ':' + std::to_string(issue.place.column) + ' ' + issue.path + ' ' + issue.what.id;
        if (!issue.mend.id.empty())
            text += " -> " + issue.mend.id + (issue.mend.arguments.empty() ? "" : " " + issue.mend.arguments[0].second);
        text += '\n';
    }
    return text;
}

std::string issuesOf(const std::string& text) { return shown(readPipeline(text).issues); }

std::string fileText(const std::string& path)
{
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string head = "penstock: 1\nname: p\nsteps:\n";

} // namespace

TEST(PipelineReader, ReadsTheDigitsTemplateWithoutAnIssue)
{
    const auto read = readPipeline(fileText(PENSTOCK_SOURCE_DIR "/resources/templates/digits/pipelines/digits.pipeline.yaml"));
    EXPECT_EQ(shown(read.issues), "");
    ASSERT_TRUE(read.pipeline.step("train"));
    const auto& train = std::get<pipeline::Command>(read.pipeline.step("train")->body);
    EXPECT_EQ(train.retry.attempts, 3);
    EXPECT_EQ(train.retry.delay, Duration(10'000));
    EXPECT_EQ(train.timeout, Duration(7'200'000));
    EXPECT_EQ(train.resources.memory, 1u << 30);
    EXPECT_EQ(train.outputs.front().second, (pipeline::Output{"build/model", "model"}));
    const auto& better = std::get<pipeline::Choose>(read.pipeline.step("better")->body);
    ASSERT_EQ(better.branches.size(), 2u);
    EXPECT_EQ(better.branches[0].target, "ask");
    EXPECT_EQ(better.branches[1].target, "stop");
    EXPECT_EQ(std::get<pipeline::Approve>(read.pipeline.step("ask")->body).approvers, std::vector<std::string>{"lead"});
}

TEST(PipelineReader, NotesWhereEverythingStands)
{
    const auto read = readPipeline(head + "  train:\n    run: [python3, train.py]\n    retry: {delay: 10s}\n");
    const pipeline::Spot* delay = read.places.find("steps.train.retry.delay");
    ASSERT_TRUE(delay);
    EXPECT_EQ(delay->value, (pipeline::Place{6, 20}));
    EXPECT_EQ(read.tree->source.substr(delay->begin, delay->end - delay->begin), "10s");
}

TEST(PipelineReader, AnUnknownKeyIsNamedWithTheNearestKnownOne)
{
    EXPECT_EQ(issuesOf(head + "  train:\n    run: ./t.sh\n    tiemout: 2h\n"),
              "6:5 steps.train.tiemout format.unknown_key -> format.did_you_mean timeout\n");
    EXPECT_EQ(issuesOf(head + "  train: {rnu: ./t.sh}\n"), "4:11 steps.train.rnu format.unknown_key -> format.did_you_mean run\n");
}

TEST(PipelineReader, AllIssuesComeAtOnceInTheOrderOfTheFile)
{
    EXPECT_EQ(issuesOf("penstock: 1\nnmae: p\nsteps:\n  a: {run: [x], timeout: 5, needs: {}}\n  b: {}\n  c: 7\n"),
              "1:1 name format.missing_key -> format.add_key name\n"
              "2:1 nmae format.unknown_key -> format.did_you_mean name\n"
              "4:26 steps.a.timeout format.expects_duration -> format.write timeout: 2h\n"
              "4:36 steps.a.needs format.expects_text_list -> format.write needs: [prepare]\n"
              "5:6 steps.b format.no_kind -> format.choose_kind run, choose, wait, approve, register, promote, pipeline, placeholder, end\n"
              "6:6 steps.c format.expects_step -> format.write c: {run: [python3, c.py]}\n");
}

TEST(PipelineReader, WhatDoesNotRunYetSaysSo)
{
    const auto read = readPipeline(head + "  a: {run: ./a.sh, cache: on, executor: slurm}\n  b: {http: x}\n");
    EXPECT_EQ(shown(read.issues), "4:41 steps.a.executor format.not_yet\n5:7 steps.b.http format.not_yet\n");
    EXPECT_TRUE(pipeline::prevents(read.issues));
}

TEST(PipelineReader, SecretsAreNamesOrVariablesWithNames)
{
    const auto read = readPipeline(head + "  a: {run: ./a.sh, secrets: [TOKEN, KEY]}\n  b: {run: ./b.sh, secrets: {HF_TOKEN: hugging-face}}\n"
                                          "  c: {run: ./c.sh, secrets: TOKEN}\n");
    EXPECT_EQ(shown(read.issues), "");
    const auto secretsOf = [&](const char* name) { return std::get<pipeline::Command>(read.pipeline.step(name)->body).secrets; };
    EXPECT_EQ(secretsOf("a"), (pipeline::Named<std::string>{{"TOKEN", "TOKEN"}, {"KEY", "KEY"}}));
    EXPECT_EQ(secretsOf("b"), (pipeline::Named<std::string>{{"HF_TOKEN", "hugging-face"}}));
    EXPECT_EQ(secretsOf("c"), (pipeline::Named<std::string>{{"TOKEN", "TOKEN"}}));
}

TEST(PipelineReader, WordsStayTextsAndNumbersTakeTheirType)
{
    const auto read = readPipeline("penstock: 1\nname: p\nparameters:\n  on_off: {default: yes}\n  c: 1.0\n  n: {type: integer, default: 0x10}\nsteps: {}\n");
    EXPECT_EQ(shown(read.issues), "");
    EXPECT_EQ(read.pipeline.parameters[0].standard, "yes");
    EXPECT_EQ(read.pipeline.parameters[1].type, pipeline::ParameterType::number);
    EXPECT_EQ(read.pipeline.parameters[2].standard, 16);
}

TEST(PipelineReader, AStepHasOneKind)
{
    EXPECT_EQ(issuesOf(head + "  a: {run: ./a.sh, end: failed}\n"), "4:6 steps.a format.two_kinds -> format.split_step\n");
}

TEST(PipelineReader, ThousandsOfMistakesAreReportedUpToALimit)
{
    std::string text = head + "  a:\n    run: x\n";
    for (int i = 0; i < 20'000; ++i)
        text += "    k" + std::to_string(i) + ": 1\n";
    EXPECT_EQ(readPipeline(text).issues.size(), 10'000u);
}

TEST(PipelineReader, NumbersThatNoCountCanBeAreRefused)
{
    EXPECT_EQ(issuesOf(head + "  a: {run: x, retry: {attempts: 4294967297}}\n"),
              "4:33 steps.a.retry.attempts format.expects_integer -> format.write attempts: 3\n");
}

TEST(PipelineReader, WhatIsNoYamlIsOneIssueWithItsPlace)
{
    const auto read = readPipeline("a: [1,\nb: }");
    ASSERT_EQ(read.issues.size(), 1u);
    EXPECT_GT(read.issues[0].place.line, 0);
    EXPECT_FALSE(read.tree);
    EXPECT_EQ(issuesOf("just a text"), "1:1  format.not_a_pipeline -> format.write penstock: 1\n");
}

TEST(PipelineReader, AFileOfANewerVersionIsNotGuessedAt)
{
    EXPECT_EQ(issuesOf("penstock: 2\nname: p\nsteps: {}\n"), "1:11 penstock format.newer_version -> format.update_penstock\n");
}

TEST(WorkspaceSettings, MapsUsersToPersonsAndRoles)
{
    const auto read = readSettings("penstock: 1\npeople:\n  ada: {user: [ada, al], roles: [lead]}\n  bob: {roles: dev}\n");
    EXPECT_EQ(shown(read.issues), "");
    EXPECT_EQ(read.settings.people.nameOf("al"), "ada");
    EXPECT_TRUE(read.settings.people.mayDecide("al", {"lead"}));
    EXPECT_FALSE(read.settings.people.mayDecide("bob", {"lead"}));
    EXPECT_FALSE(read.settings.people.mayDecide("eve", {"lead"}));
}

TEST(WorkspaceSettings, AMistakeIsAnIssueAndGivesNoRole)
{
    const auto read = readSettings("penstock: 1\npeople: {ada: lead}\npolices: {}\n");
    EXPECT_EQ(shown(read.issues),
              "2:15 people.ada format.expects_mapping -> format.write ada: {user: ada, roles: [lead]}\n"
              "3:1 polices format.unknown_key -> format.did_you_mean policies\n");
    EXPECT_FALSE(read.settings.people.mayDecide("ada", {"lead"}));
}

} // namespace penstock::format
