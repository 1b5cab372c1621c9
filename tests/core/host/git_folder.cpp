#include "tests/core/host/git_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace penstock::test {

namespace {

constexpr const char* environment = "GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b "
                                    "GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b ";

} // namespace

void GitFolder::make() const { git("init -q -b main"); }

void GitFolder::git(const std::string& words) const
{
    const std::string line = environment + std::string("git -C '") + m_path + "' " + words;
    EXPECT_EQ(std::system(line.c_str()), 0) << line;
}

std::string GitFolder::ask(const std::string& words) const
{
    const std::string line = environment + std::string("git -C '") + m_path + "' " + words;
    std::string text;
    FILE* pipe = ::popen(line.c_str(), "r");
    std::array<char, 4096> part{};
    for (std::size_t size = 0; pipe && (size = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
        text.append(part.data(), size);
    EXPECT_EQ(pipe ? ::pclose(pipe) : -1, 0) << line;
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

std::string GitFolder::commitAll(const std::string& message) const
{
    git("add -A");
    git("commit -q -m '" + message + "'");
    return ask("rev-parse HEAD");
}

} // namespace penstock::test
