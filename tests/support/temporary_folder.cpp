#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace penstock::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder()
    : m_path((fs::temp_directory_path() / "penstock test XXXXXX").string())
{
    if (!mkdtemp(m_path.data()))
        throw std::runtime_error("no temporary folder");
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
    if (fs::exists(m_path, ignored)) { // a test may have left read-only folders behind
        for (auto it = fs::recursive_directory_iterator(m_path, ignored); it != fs::recursive_directory_iterator(); it.increment(ignored)) {
            if (it->is_directory(ignored) && !it->is_symlink(ignored))
                fs::permissions(it->path(), fs::perms::owner_all, ignored);
        }
        fs::remove_all(m_path, ignored);
    }
}

void TemporaryFolder::write(const std::string& name, const std::string& content) const
{
    const fs::path file = fs::path(m_path) / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

std::string TemporaryFolder::read(const std::string& name) const
{
    std::ifstream file(fs::path(m_path) / name, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

} // namespace penstock::test
