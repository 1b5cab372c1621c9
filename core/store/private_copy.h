#pragma once

#include "core/base/result.h"
#include "core/store/event_files.h"

#include <string>
#include <utility>

namespace penstock::store {

// A copy of state.db and its log in a private folder for temporary files, removed with this object.
class PrivateCopy final {
public:
    static Result<PrivateCopy> of(const EventFiles& files);
    ~PrivateCopy();
    PrivateCopy(PrivateCopy&& other) noexcept : m_folder(std::exchange(other.m_folder, {})) {}
    PrivateCopy& operator=(PrivateCopy&&) = delete;

    EventFiles files() const { return {m_folder}; }

private:
    explicit PrivateCopy(std::string folder) : m_folder(std::move(folder)) {}
    std::string m_folder;
};

} // namespace penstock::store
