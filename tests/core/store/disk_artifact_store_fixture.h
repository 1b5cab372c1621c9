// A workspace with a store of artifacts in it.
#pragma once

#include "core/store/disk_artifact_store.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace penstock::store {

using test::TemporaryFolder;

inline const std::atomic<bool> neverStop{false};

inline std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline mode_t modeOf(const std::string& path)
{
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

inline ino_t inodeOf(const std::string& path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

class DiskArtifactStoreTest : public ::testing::Test {
protected:
    TemporaryFolder work;
    std::string state = work / "state";
    std::unique_ptr<DiskArtifactStore> store = std::move(*DiskArtifactStore::open(state));

    ArtifactRef put(const std::string& name)
    {
        const auto artifact = store->put(work / name, neverStop);
        EXPECT_TRUE(artifact) << artifact.error().message.id << ' ' << artifact.error().detail;
        return artifact ? *artifact : ArtifactRef{};
    }
    std::string putError(const std::string& name)
    {
        const auto artifact = store->put(work / name, neverStop);
        return artifact ? "stored" : artifact.error().message.id;
    }
    std::string objectOf(const ArtifactRef& artifact) { return *store->readPath(artifact); }
};

} // namespace penstock::store
