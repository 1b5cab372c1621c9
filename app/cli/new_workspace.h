#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace penstock::cli {

// What `init` puts into a folder: first all of it is decided, then written, and nothing that stands there is replaced.
class NewWorkspace final {
public:
    explicit NewWorkspace(std::string folder) : m_folder(std::move(folder)) {}

    void add(std::string relative, std::string content)
    {
        m_files.push_back({std::move(relative), std::move(content)});
    }
    Result<void> addTemplate(const std::string& name); // errors: notFound with the templates there are
    void addHello();                                   // the smallest pipeline that runs
    void addPeople();                                  // penstock.yaml: this user is lead

    // Errors: conflict with the first file that stands in the way (then nothing was written); denied, full, io.
    Result<void> write() const;
    // `.penstock` is none of git's business. The only change to a repository that exists. Errors as above.
    Result<void> ignoreState() const;
    const std::string& folder() const { return m_folder; }

private:
    struct File {
        std::string relative, content;
    };

    std::string m_folder;
    std::vector<File> m_files;
};

} // namespace penstock::cli
