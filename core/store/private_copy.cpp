#include "core/store/private_copy.h"

#include "core/store/system_failure.h"

#include <cstdlib>
#include <unistd.h>

namespace penstock::store {

Result<PrivateCopy> PrivateCopy::of(const EventFiles& files)
{
    const char* place = std::getenv("TMPDIR");
    std::string folder = std::string(place && *place == '/' ? place : "/tmp") + "/penstock-read-XXXXXX";
    if (!::mkdtemp(folder.data()))
        return lastSystemFailure(folder, "mkdtemp");
    PrivateCopy copy(folder);
    if (auto copied = copyDatabase(files, folder); !copied)
        return copied.error();
    return copy;
}

PrivateCopy::~PrivateCopy()
{
    if (m_folder.empty())
        return;
    for (const std::string& file : {files().database(), files().log(), files().index()})
        ::unlink(file.c_str());
    ::rmdir(m_folder.c_str());
}

} // namespace penstock::store
