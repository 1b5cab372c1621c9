// The files of the artifact store: objects/ab/cdef..., named by the SHA-256 of their content, never changed.
//
// A file gets its name only after it was written, made read-only and synced; then the folder is synced. If we die
// before the rename, a file is left in objects/tmp, which the next owner empties. An object is executable as soon as
// one file with its content was: execution rights belong to folders' manifests and are no part of a content.
#pragma once

#include "core/base/artifact_store.h"
#include "core/store/descriptor.h"
#include "core/store/digest_memory.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace penstock::store {

// A content that waits to become an object; its temporary file goes with it.
class StagedObject final {
public:
    StagedObject(std::string temporary, Content content, bool program)
        : m_temporary(std::move(temporary)), m_content(content), m_program(program)
    {}
    ~StagedObject();
    StagedObject(StagedObject&& other) noexcept;
    StagedObject& operator=(StagedObject&&) = delete;

    const Content& content() const { return m_content; }
    bool isProgram() const { return m_program; }
    const std::string& temporary() const { return m_temporary; } // empty: the store has it already
    void fill(const Content& content) { m_content = content; }
    void forgetTemporary() { m_temporary.clear(); } // it has become the object

private:
    std::string m_temporary;
    Content m_content;
    bool m_program;
};

class ObjectFolder final {
public:
    ObjectFolder(std::string folder, DigestMemory& memory) : m_folder(std::move(folder)), m_memory(memory) {}

    Result<void> prepareForWriting(); // makes the folders, removes what an interrupted owner left

    std::string pathOf(const Digest& digest) const;
    bool has(const Digest& digest) const;
    // Opens an object after its content was found to match. Errors: notFound, corrupt, cancelled, io.
    Result<Descriptor> openVerified(const Digest& digest, Watch& watch) const;

    // `file` is open for reading. The content becomes part of the store with publish().
    Result<StagedObject> stageCopy(int file, const std::string& path, bool program, Watch& watch) const;
    Result<StagedObject> stageBytes(std::string_view bytes) const;
    // All or a part of them are objects afterwards; after success all are, durably.
    Result<void> publish(std::vector<StagedObject>& objects) const;

    // Between hold() and release() every content that is staged stays, whatever a removal thinks of it: whoever stages finds it
    // there, or sees that it has gone and writes it again.
    void hold();
    void release();
    // False when it stays because it was staged meanwhile. Only while held.
    Result<bool> remove(const Digest& digest);
    struct Entry {
        Digest digest;
        std::uint64_t size = 0;
    };
    // Errors of `take` end it and are returned; polls `stop`.
    Result<void> forEach(const std::function<Result<void>(const Entry&)>& take, const std::atomic<bool>& stop) const;

private:
    Result<void> sync(const std::vector<StagedObject>& objects) const;
    Result<void> syncFileSystem() const;
    Result<void> place(StagedObject& object, const std::string& path, std::set<std::string>& changed) const;
    bool isWhole(const Digest& digest, std::uint64_t size) const;
    std::string temporaryPath() const;
    void keep(const Digest& digest) const;

    std::string m_folder;
    DigestMemory& m_memory;
    mutable std::mutex m_heldMutex; // guards m_held; held while an object is removed
    mutable std::optional<std::set<Digest>> m_held; // staged since hold()
};

} // namespace penstock::store
