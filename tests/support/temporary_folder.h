#pragma once

#include <string>

namespace penstock::test {

// A fresh private folder (its name has a space, as users' folders do), removed with its content at the end of its life.
class TemporaryFolder final {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return m_path; }
    std::string operator/(const std::string& name) const { return m_path + '/' + name; }

    void write(const std::string& name, const std::string& content) const; // makes parent folders
    std::string read(const std::string& name) const;                       // empty when absent

private:
    std::string m_path;
};

} // namespace penstock::test
