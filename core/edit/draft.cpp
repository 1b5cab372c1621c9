#include "core/edit/draft.h"

#include "core/base/json.h"

#include <algorithm>

namespace penstock::edit {

namespace {

constexpr std::string_view magic = "penstock-draft 1\n";
constexpr std::string_view suffix = ".draft";
constexpr std::string_view lockSuffix = ".lock";
constexpr std::size_t longestHead = 4096;
constexpr std::size_t largestText = 16 << 20;
constexpr std::size_t nameDigits = 16;
constexpr std::size_t longestHolder = 64;

Error broken(const char* why) { return {ErrorCode::corrupt, {"edit.draft_broken", {}}, why}; }

Json described(std::string_view text) { return {{"digest", sha256(text).hex()}, {"size", text.size()}}; }

bool staysInside(std::string_view file)
{
    if (file.empty() || file.front() == '/' || file.find('\0') != std::string_view::npos)
        return false;
    return file != ".." && !file.starts_with("../") && !file.ends_with("/..") && file.find("/../") == std::string_view::npos;
}

// Takes what `member` describes from the front of `rest`.
Result<std::string> take(const Json& member, std::string_view& rest)
{
    const std::int64_t size = integerAt(member, "size", -1);
    if (size < 0 || static_cast<std::uint64_t>(size) > std::min(rest.size(), largestText))
        return broken("size");
    const std::string_view text = rest.substr(0, static_cast<std::size_t>(size));
    if (Digest::parse(textAt(member, "digest")) != sha256(text))
        return broken("digest");
    rest.remove_prefix(text.size());
    return std::string(text);
}

bool isHolder(std::string_view text)
{
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return !text.empty() && text.size() <= longestHolder && std::all_of(text.begin(), text.end(), isDigit);
}

std::string prefixOf(std::string_view file) { return sha256(file).hex().substr(0, nameDigits) + '-'; }

} // namespace

std::string writeDraft(const Draft& draft)
{
    const Json head{{"at", formatInstant(draft.at)}, {"base", described(draft.base)}, {"file", draft.file}, {"text", described(draft.text)}};
    return std::string(magic) + dumpJson(head) + '\n' + draft.base + draft.text;
}

Result<Draft> readDraft(std::string_view bytes)
{
    if (bytes.size() > largestDraft || !bytes.starts_with(magic))
        return broken("magic");
    bytes.remove_prefix(magic.size());
    const std::size_t end = bytes.substr(0, longestHead).find('\n');
    if (end == std::string_view::npos)
        return broken("head");
    const auto head = parseJson(bytes.substr(0, end));
    if (!head || !head->is_object())
        return broken("head");
    bytes.remove_prefix(end + 1);
    Draft draft;
    draft.file = textAt(*head, "file");
    const auto at = parseInstant(textAt(*head, "at"));
    if (!at || !staysInside(draft.file))
        return broken("head");
    draft.at = *at;
    auto base = take(memberAt(*head, "base"), bytes);
    if (!base)
        return base.error();
    auto text = take(memberAt(*head, "text"), bytes);
    if (!text)
        return text.error();
    if (!bytes.empty())
        return broken("size");
    draft.base = std::move(*base);
    draft.text = std::move(*text);
    return draft;
}

std::string draftName(std::string_view file, std::string_view holder) { return prefixOf(file).append(holder).append(suffix); }

std::string holderOf(std::string_view name, std::string_view file)
{
    const std::string prefix = prefixOf(file);
    if (!name.starts_with(prefix) || !name.ends_with(suffix) || name.size() <= prefix.size() + suffix.size())
        return {};
    const std::string_view holder = name.substr(prefix.size(), name.size() - prefix.size() - suffix.size());
    return isHolder(holder) ? std::string(holder) : std::string();
}

bool isOfHolder(std::string_view name, std::string_view holder) { return name.ends_with(std::string("-").append(holder).append(suffix)); }

std::string lockName(std::string_view holder) { return std::string(holder).append(lockSuffix); }

std::string holderOfLock(std::string_view name)
{
    if (!name.ends_with(lockSuffix))
        return {};
    name.remove_suffix(lockSuffix.size());
    return isHolder(name) ? std::string(name) : std::string();
}

} // namespace penstock::edit
