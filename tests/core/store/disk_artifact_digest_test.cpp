// What the store remembers of files, and when it looks again.
#include "tests/core/store/disk_artifact_store_fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace penstock::store {

namespace fs = std::filesystem;

using DiskArtifactDigestTest = DiskArtifactStoreTest;

TEST_F(DiskArtifactDigestTest, RemembersDigestsUntilTheFileChanges)
{
    work.write("big", std::string(1 << 20, 'a'));
    const std::string path = work / "big";
    const auto pieces = [&] {
        int calls = 0;
        const auto artifact = store->digestInPlace(
            path, [&](std::uint64_t, std::uint64_t) { ++calls; }, neverStop);
        EXPECT_TRUE(artifact);
        return calls;
    };
    while (pieces() != 1) {
    } // once its tick has passed it is remembered, and told in one piece
    store.reset();
    store = std::move(*DiskArtifactStore::open(state));
    EXPECT_EQ(pieces(), 1) << "also after a restart";
    std::fstream(path, std::ios::in | std::ios::out) << 'b';
    EXPECT_EQ(store->digestInPlace(path, {}, neverStop)->digest, sha256(std::string(1, 'b').append((1 << 20) - 1, 'a')));
}

TEST_F(DiskArtifactDigestTest, NeverTrustsAFileThatWasChangedWithItsTimesSetBack)
{
    work.write("data", "one");
    const std::string path = work / "data";
    struct stat status {};
    for (int i = 0; i < 200; ++i) { // same size, same modification time, often within one tick of the clock
        const std::string content = "n" + std::to_string(100 + i);
        std::ofstream(path) << content;
        ASSERT_EQ(::stat(path.c_str(), &status), 0);
        const timespec times[2] = {{1'700'000'000, 0}, {1'700'000'000, 0}};
        ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
        ASSERT_EQ(store->digestInPlace(path, {}, neverStop)->digest, sha256(content));
    }
}

TEST_F(DiskArtifactDigestTest, ASparseFileIsDigestedByWhatItReadsAs)
{
    const std::string path = work / "sparse";
    {
        std::ofstream file(path, std::ios::binary);
        file.seekp(3'000'000);
        file << "middle";
    }
    fs::resize_file(path, 8'000'000);
    std::string content(8'000'000, '\0');
    content.replace(3'000'000, 6, "middle");
    EXPECT_EQ(store->digestInPlace(path, {}, neverStop)->digest, sha256(content));
    const ArtifactRef artifact = put("sparse");
    EXPECT_EQ(artifact.digest, sha256(content));
    struct stat status {};
    ASSERT_EQ(::stat(objectOf(artifact).c_str(), &status), 0);
    EXPECT_LT(status.st_blocks * 512, 1'000'000);
    EXPECT_TRUE(store->verify(artifact));
}

TEST_F(DiskArtifactDigestTest, ALargeFileIsDigestedWithProgressAndCanBeCancelled)
{
    const std::string path = work / "large";
    std::ofstream(path).close();
    fs::resize_file(path, 512ull << 20);
    std::atomic<bool> stop{false};
    std::uint64_t last = 0, total = 0;
    const auto cancelled = store->digestInPlace(
        path,
        [&](std::uint64_t done, std::uint64_t of) {
            EXPECT_GE(done, last);
            last = done;
            total = of;
            stop = done > (100ull << 20);
        },
        stop);
    EXPECT_EQ(cancelled.error().code, ErrorCode::cancelled);
    EXPECT_EQ(total, 512ull << 20);
    EXPECT_LT(last, 110ull << 20);
    EXPECT_EQ(store->digestInPlace(path, {}, neverStop)->size, 512ull << 20);
    const std::atomic<bool> now{true};
    EXPECT_EQ(store->put(path, now).error().code, ErrorCode::cancelled);
    EXPECT_TRUE(fs::is_empty(state + "/objects/tmp"));
}

TEST_F(DiskArtifactDigestTest, DataThatStaysMayBeMadeOfLinks)
{
    work.write("blobs/1", "one");
    work.write("blobs/dir/2", "two");
    fs::create_directory(work / "data");
    fs::create_symlink(work / "blobs/1", work / "data/a");
    fs::create_directory_symlink("../blobs/dir", work / "data/b");
    work.write("plain/a", "one");
    work.write("plain/b/2", "two");
    EXPECT_EQ(*store->digestInPlace(work / "data", {}, neverStop), put("plain"));
    fs::create_directory_symlink("data", work / "alias");
    EXPECT_EQ(*store->digestInPlace(work / "alias", {}, neverStop), put("plain"));
    std::ofstream(work / "blobs/1") << "ONE";
    EXPECT_NE(*store->digestInPlace(work / "data", {}, neverStop), put("plain"));
    fs::create_directory_symlink(work.path(), work / "blobs/dir/circle");
    EXPECT_EQ(store->digestInPlace(work / "data", {}, neverStop).error().message.id, "store.link_circle");
}

TEST_F(DiskArtifactDigestTest, ADamagedCacheIsMadeAnew)
{
    work.write("a", "content");
    store.reset();
    std::ofstream(state + "/cache.db") << std::string(10'000, 'g');
    store = std::move(*DiskArtifactStore::open(state));
    EXPECT_EQ(store->digestInPlace(work / "a", {}, neverStop)->digest, sha256("content"));
}

} // namespace penstock::store
