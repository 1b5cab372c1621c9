#include "tests/core/store/child_process.h"
#include "tests/core/store/disk_artifact_store_fixture.h"

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace penstock::store {

using test::ChildProcess;
namespace fs = std::filesystem;

TEST_F(DiskArtifactStoreTest, NamesAFileByItsContent)
{
    work.write("a.txt", "abc");
    const ArtifactRef artifact = put("a.txt");
    EXPECT_EQ(artifact.digest, sha256("abc"));
    EXPECT_EQ(artifact.shape, ArtifactShape::file);
    EXPECT_EQ(artifact.size, 3u);
    EXPECT_TRUE(store->has(artifact.digest));
    EXPECT_FALSE(store->has(sha256("other")));
    EXPECT_EQ(*store->readBytes(artifact.digest, 10), "abc");
    EXPECT_EQ(store->readBytes(artifact.digest, 2).error().code, ErrorCode::invalid);
    EXPECT_EQ(store->readBytes(sha256("other"), 2).error().code, ErrorCode::notFound);
    EXPECT_EQ(modeOf(objectOf(artifact)), 0444u);
    EXPECT_EQ(read(work / "a.txt"), "abc");
}

TEST_F(DiskArtifactStoreTest, KeepsEqualContentsOnce)
{
    work.write("a", "same");
    work.write("b", "same");
    EXPECT_EQ(put("a"), put("b"));
    EXPECT_EQ(*store->putBytes("same"), put("b"));
    int objects = 0;
    for (const auto& entry : fs::recursive_directory_iterator(state + "/objects"))
        objects += entry.is_regular_file();
    EXPECT_EQ(objects, 1);
}

TEST_F(DiskArtifactStoreTest, KeepsItsArtifactsOverARestart)
{
    const ArtifactRef artifact = *store->putBytes("kept");
    store.reset();
    fs::create_directories(state + "/objects/tmp/left over");
    store = std::move(*DiskArtifactStore::open(state));
    EXPECT_TRUE(store->verify(artifact));
    EXPECT_FALSE(fs::exists(state + "/objects/tmp/left over"));
}

TEST_F(DiskArtifactStoreTest, ALaterRunThatWritesToTheSamePathDoesNotTouchTheFirstArtifact)
{
    work.write("build/model", "first");
    const ArtifactRef first = put("build/model");
    std::fstream(work / "build/model", std::ios::in | std::ios::out) << "SECOND"; // in place, the same inode
    const ArtifactRef second = put("build/model");
    EXPECT_TRUE(store->verify(first));
    EXPECT_EQ(*store->readBytes(first.digest, 100), "first");
    EXPECT_EQ(*store->readBytes(second.digest, 100), "SECOND");
}

TEST_F(DiskArtifactStoreTest, LeavesWhatItTakesSoThatTakingItCanBeRepeated)
{
    work.write("private/out", "content");
    work.write("private/folder/file", "inner");
    const ArtifactRef file = put("private/out");
    const ArtifactRef folder = put("private/folder");
    EXPECT_EQ(put("private/out"), file);
    EXPECT_EQ(put("private/folder"), folder);
    EXPECT_NE(inodeOf(objectOf(file)), inodeOf(work / "private/out"));
}

TEST_F(DiskArtifactStoreTest, CopiesAFileThatHasAnotherName)
{
    work.write("private/out", "content");
    fs::create_hard_link(work / "private/out", work / "elsewhere");
    const ArtifactRef artifact = put("private/out");
    EXPECT_NE(inodeOf(objectOf(artifact)), inodeOf(work / "elsewhere"));
    std::ofstream(work / "elsewhere") << "CHANGED";
    EXPECT_TRUE(store->verify(artifact));
}

TEST_F(DiskArtifactStoreTest, KeepsAFoldersNamesRightsLinksAndEmptyFolders)
{
    const std::string odd = "in the\n\"odd\" \xff\xfe dir";
    work.write("out/" + odd + "/a b", "1");
    work.write("out/run.sh", "#!/bin/sh\n");
    work.write("out/-rf", "");
    work.write("out/deep/er/file", "22");
    fs::permissions(work / "out/run.sh", fs::perms::owner_all);
    fs::create_directories(work / "out/empty/inner");
    fs::create_symlink("../run.sh", work / "out/deep/link");
    fs::create_symlink("missing", work / "out/dangling");
    const ArtifactRef artifact = put("out");
    EXPECT_EQ(artifact.shape, ArtifactShape::folder);
    EXPECT_EQ(artifact.size, 1u + 10 + 0 + 2);

    ASSERT_TRUE(store->checkOut(artifact, work / "new place/copy"));
    const std::string copy = work / "new place/copy";
    EXPECT_EQ(read(copy + '/' + odd + "/a b"), "1");
    EXPECT_EQ(read(copy + "/deep/er/file"), "22");
    EXPECT_TRUE(fs::exists(copy + "/-rf"));
    EXPECT_TRUE(modeOf(copy + "/run.sh") & S_IXUSR);
    EXPECT_FALSE(modeOf(copy + "/deep/er/file") & S_IXUSR);
    EXPECT_TRUE(modeOf(copy + "/deep/er/file") & S_IWUSR);
    EXPECT_TRUE(fs::is_directory(copy + "/empty/inner"));
    EXPECT_EQ(fs::read_symlink(copy + "/deep/link"), "../run.sh");
    EXPECT_EQ(fs::read_symlink(copy + "/dangling"), "missing");
    EXPECT_EQ(*store->digestInPlace(copy, {}, neverStop), artifact);
    EXPECT_EQ(*store->digestInPlace(work / "out", {}, neverStop), artifact);
}

TEST_F(DiskArtifactStoreTest, AFoldersDigestDependsOnEverythingInItAndOnNothingElse)
{
    const auto fill = [&](const std::string& name) {
        work.write(name + "/b", "2");
        work.write(name + "/a", "1");
        fs::create_directory(work / (name + "/empty"));
    };
    fill("one");
    const ArtifactRef one = put("one");
    fill("two");
    EXPECT_EQ(put("two"), one);
    fs::remove(work / "two/empty");
    EXPECT_NE(put("two").digest, one.digest);
    fill("three");
    fs::permissions(work / "three/a", fs::perms::owner_exec, fs::perm_options::add);
    EXPECT_NE(put("three").digest, one.digest);
    fill("four");
    fs::rename(work / "four/a", work / "four/c");
    EXPECT_NE(put("four").digest, one.digest);
}

TEST_F(DiskArtifactStoreTest, AnEmptyFolderIsAnArtifact)
{
    fs::create_directory(work / "none");
    const ArtifactRef artifact = put("none");
    EXPECT_TRUE(store->verify(artifact));
    ASSERT_TRUE(store->checkOut(artifact, work / "again"));
    EXPECT_TRUE(fs::is_empty(work / "again"));
    EXPECT_TRUE(fs::is_directory(*store->readPath(artifact)));
}

TEST_F(DiskArtifactStoreTest, StoresAFolderOfManyFiles)
{
    for (int i = 0; i < 300; ++i)
        work.write("many/" + std::to_string(i % 10) + "/f" + std::to_string(i), std::to_string(i));
    const ArtifactRef artifact = put("many");
    EXPECT_TRUE(store->verify(artifact));
    const std::string tree = *store->readPath(artifact);
    EXPECT_EQ(read(tree + "/9/f299"), "299");
    EXPECT_EQ(modeOf(tree), 0555u);
    EXPECT_EQ(modeOf(tree + "/9"), 0555u);
    EXPECT_EQ(modeOf(tree + "/9/f299"), 0444u);
    EXPECT_EQ(*store->readPath(artifact), tree);
}

TEST_F(DiskArtifactStoreTest, RefusesWhatIsNeitherFileNorFolder)
{
    ASSERT_EQ(::mkfifo((work / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(putError("fifo"), "store.not_storable");
    fs::create_directory(work / "out");
    fs::rename(work / "fifo", work / "out/fifo");
    EXPECT_EQ(putError("out"), "store.not_storable");
    EXPECT_EQ(store->digestInPlace(work / "out", {}, neverStop).error().message.id, "store.not_storable");
    fs::remove(work / "out/fifo");

    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::snprintf(address.sun_path, sizeof address.sun_path, "%s", (work / "out/s").c_str());
    ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(putError("out"), "store.not_storable");
    ::close(socket);
    EXPECT_EQ(store->put("/dev/null", neverStop).error().message.id, "store.not_storable");
    EXPECT_EQ(putError("nothing there"), "store.missing");
}

TEST_F(DiskArtifactStoreTest, RefusesLinksThatLeadOutOfAnOutput)
{
    work.write("secret", "s");
    work.write("out/dir/file", "f");
    for (const std::string& target : {std::string("../../secret"), work / "secret", std::string("/etc/passwd"),
                                      std::string("../dir/../../secret")}) {
        fs::create_symlink(target, work / "out/dir/link");
        EXPECT_EQ(putError("out"), "store.link_leads_out") << target;
        fs::remove(work / "out/dir/link");
    }
    fs::create_symlink("secret", work / "link");
    EXPECT_EQ(putError("link"), "store.output_is_link");
}

TEST_F(DiskArtifactStoreTest, FindsADamagedObjectAndIsHealedByTheSameContent)
{
    work.write("a", "content");
    const ArtifactRef artifact = put("a");
    const std::string object = objectOf(artifact);
    ::chmod(object.c_str(), 0644);
    std::ofstream(object) << "c0ntent";
    EXPECT_EQ(store->verify(artifact).error().code, ErrorCode::corrupt);
    EXPECT_EQ(store->readPath(artifact).error().code, ErrorCode::corrupt);
    EXPECT_EQ(store->readBytes(artifact.digest, 100).error().code, ErrorCode::corrupt);
    EXPECT_EQ(store->checkOut(artifact, work / "b").error().code, ErrorCode::corrupt);
    EXPECT_FALSE(fs::exists(work / "b"));
    EXPECT_EQ(put("a"), artifact);
    EXPECT_TRUE(store->verify(artifact));
}

TEST_F(DiskArtifactStoreTest, MakesAReadingTreeAnewWhenItWasChanged)
{
    work.write("out/a", "1");
    work.write("out/b", "2");
    const ArtifactRef artifact = put("out");
    const std::string tree = *store->readPath(artifact);
    ::chmod(tree.c_str(), 0755);
    fs::remove(tree + "/a");
    EXPECT_EQ(read(*store->readPath(artifact) + "/a"), "1");
    ::chmod(tree.c_str(), 0755);
    work.write("state/more", "x");
    fs::rename(work / "state/more", tree + "/more");
    EXPECT_FALSE(fs::exists(*store->readPath(artifact) + "/more"));
    fs::permissions(tree, fs::perms::owner_all);
    EXPECT_TRUE(store->verify(artifact));
}

TEST_F(DiskArtifactStoreTest, ReplacesWhatStandsWhereItChecksOut)
{
    work.write("f", "file");
    work.write("d/x", "folder");
    const ArtifactRef file = put("f");
    const ArtifactRef folder = put("d");
    work.write("place/old/er", "old");
    ::chmod((work / "place/old").c_str(), 0555);
    ASSERT_TRUE(store->checkOut(file, work / "place"));
    EXPECT_EQ(read(work / "place"), "file");
    EXPECT_TRUE(modeOf(work / "place") & S_IWUSR);
    ASSERT_TRUE(store->checkOut(folder, work / "place"));
    EXPECT_EQ(read(work / "place/x"), "folder");
    work.write("place/more", "m");
    ASSERT_TRUE(store->checkOut(folder, work / "place"));
    EXPECT_FALSE(fs::exists(work / "place/more"));
    fs::create_symlink("f", work / "link");
    ASSERT_TRUE(store->checkOut(folder, work / "link"));
    EXPECT_EQ(read(work / "f"), "file") << "the link was replaced, not followed";
    for (const auto& entry : fs::directory_iterator(work.path()))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".penstock-")) << entry.path();
}

TEST_F(DiskArtifactStoreTest, WhatWasCheckedOutIsIndependent)
{
    work.write("out/a", "1");
    const ArtifactRef artifact = put("out");
    ASSERT_TRUE(store->checkOut(artifact, work / "copy"));
    std::ofstream(work / "copy/a") << "CHANGED";
    EXPECT_TRUE(store->verify(artifact));
}

TEST_F(DiskArtifactStoreTest, AProgramCanBeRunFromTheStoreAndAfterCheckOut)
{
    work.write("tool", "#!/bin/sh\nexit 0\n");
    const ArtifactRef plain = put("tool");
    EXPECT_EQ(modeOf(objectOf(plain)), 0444u);
    fs::permissions(work / "tool", fs::perms::owner_exec, fs::perm_options::add);
    EXPECT_EQ(put("tool"), plain);
    EXPECT_EQ(modeOf(objectOf(plain)), 0555u);
    ASSERT_TRUE(store->checkOut(plain, work / "copy"));
    EXPECT_EQ(::access((work / "copy").c_str(), X_OK), 0);
}

TEST_F(DiskArtifactStoreTest, AFullDiskLeavesNoPartOfAnArtifact)
{
    work.write("big", std::string(3'000'000, 'x'));
    EXPECT_EQ(ChildProcess([&] {
                  ::signal(SIGXFSZ, SIG_IGN);
                  const rlimit small{1'000'000, 1'000'000};
                  ::setrlimit(RLIMIT_FSIZE, &small);
                  const auto artifact = store->put(work / "big", neverStop);
                  return !artifact && artifact.error().code == ErrorCode::full && fs::is_empty(state + "/objects/tmp")
                             ? 0
                             : 1;
              }).wait(),
              0);
    EXPECT_FALSE(store->has(sha256(std::string(3'000'000, 'x'))));
}

TEST_F(DiskArtifactStoreTest, KilledWhileStoringItHasWholeArtifactsOnly)
{
    store.reset();
    std::string content(400'000, 'k');
    for (int round = 0; round < 8; ++round) {
        int pipe[2];
        ASSERT_EQ(::pipe(pipe), 0);
        ChildProcess child([&] {
            auto own = DiskArtifactStore::open(state);
            for (int i = 0; own; ++i) {
                const auto artifact = (*own)->putBytes(content + std::to_string(i));
                if (!artifact || ::write(pipe[1], &i, sizeof i) != sizeof i)
                    return 1;
            }
            return 2;
        });
        ::close(pipe[1]);
        int last = -1;
        for (int i = 0; i <= round && ::read(pipe[0], &last, sizeof last) == sizeof last; ++i) {
        }
        child.kill();
        while (::read(pipe[0], &last, sizeof last) == sizeof last) {
        }
        ::close(pipe[0]);
        (void)child.wait();
        auto after = DiskArtifactStore::open(state);
        for (int i = 0; i <= last; ++i)
            ASSERT_TRUE((*after)->verify({sha256(content + std::to_string(i)), ArtifactShape::file, 0}));
        const Digest next = sha256(content + std::to_string(last + 1));
        if ((*after)->has(next)) {
            EXPECT_TRUE((*after)->verify({next, ArtifactShape::file, 0}));
        }
    }
}

TEST_F(DiskArtifactStoreTest, IsUsedFromSeveralThreads)
{
    work.write("out/a", "1");
    work.write("out/b", "2");
    const ArtifactRef folder = put("out");
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20; ++i) {
                const auto same = store->putBytes("same " + std::to_string(i));
                const auto tree = store->readPath(folder);
                const auto out = store->checkOut(folder, work / ("copy" + std::to_string(t)));
                wrong += !same || !store->verify(*same) || !tree || read(*tree + "/a") != "1" || !out;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
}

TEST_F(DiskArtifactStoreTest, ReadersNeedNoRightToWrite)
{
    work.write("out/a", "1");
    const ArtifactRef folder = put("out");
    const ArtifactRef file = *store->putBytes("f");
    const std::string tree = *store->readPath(folder);
    ::chmod(work.path().c_str(), 0755);
    EXPECT_EQ(test::asNobody([&] {
                  auto reader = DiskArtifactStore::open(state, DiskArtifactStore::Access::read);
                  if (!reader || !(*reader)->verify(folder) || *(*reader)->readBytes(file.digest, 10) != "f")
                      return 1;
                  const auto seen = (*reader)->readPath(folder);
                  return seen && *seen == tree ? 0 : 2;
              }),
              0);
}

} // namespace penstock::store
