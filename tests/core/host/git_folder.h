#pragma once

#include <string>

namespace penstock::test {

// Commands of git in a folder, with nobody's settings but the folder's own. Fails the test when git does.
class GitFolder final {
public:
    explicit GitFolder(std::string path)
        : m_path(std::move(path))
    {}

    void make() const; // an empty repository with the branch `main`
    void git(const std::string& words) const; // as typed in a shell
    std::string ask(const std::string& words) const; // what it prints, without the last newline
    std::string commitAll(const std::string& message) const; // the commit

private:
    std::string m_path;
};

} // namespace penstock::test
