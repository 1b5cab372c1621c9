// Errors as values. A component returns Result<T>; no exception crosses its border.
// The code is chosen by what the caller can do about it; the message is a text id with arguments, which
// core/messages turns into a sentence in the user's language. `detail` is a plain fact for logs (an errno text, a path).
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace penstock {

enum class ErrorCode {
    notFound,    // the thing named does not exist
    conflict,    // somebody else changed or owns it; read again and decide anew
    corrupt,     // stored data does not verify; do not use it
    denied,      // permissions or roles forbid it
    untrusted,   // the workspace is restricted until the person trusts it
    io,          // the system failed; details in Error::detail
    full,        // no space left
    cancelled,   // asked to stop
    invalid,     // the input is wrong; a person must change it
    unsupported, // valid, but this version does not do it
    busy,        // try again later
};

// A text id with named arguments: the language-free form of a sentence.
struct Message {
    std::string id;
    std::vector<std::pair<std::string, std::string>> arguments;

    bool operator==(const Message&) const = default;
};

struct Error {
    ErrorCode code = ErrorCode::io;
    Message message;
    std::string detail;

    bool operator==(const Error&) const = default;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() { return assert(ok()), *std::get_if<0>(&m_state); }
    const T& value() const { return assert(ok()), *std::get_if<0>(&m_state); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T valueOr(T other) const { return ok() ? value() : std::move(other); }

    const Error& error() const { return assert(!ok()), *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::in_place_index<1>, std::move(error))
    {}

    bool ok() const { return m_error.index() == 0; }
    explicit operator bool() const { return ok(); }
    const Error& error() const { return assert(!ok()), *std::get_if<1>(&m_error); }

private:
    std::variant<std::monostate, Error> m_error;
};

} // namespace penstock
