#include "core/store/folder_manifest.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace penstock::store {

namespace {

constexpr std::string_view heading = "penstock-folder 1\n";
constexpr std::size_t longestName = 4096; // PATH_MAX

// Takes the text apart; each step answers whether it fitted.
class Scanner final {
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool atEnd() const { return m_rest.empty(); }
    bool literal(std::string_view text)
    {
        if (m_rest.substr(0, text.size()) != text)
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }
    bool bytes(std::size_t size, std::string& out)
    {
        if (size > m_rest.size())
            return false;
        out = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return true;
    }
    // A decimal number in its shortest form, and the space behind it.
    bool number(std::uint64_t& out)
    {
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), out);
        const auto length = static_cast<std::size_t>(end - m_rest.data());
        if (error != std::errc() || (length > 1 && m_rest.front() == '0'))
            return false;
        m_rest.remove_prefix(length);
        return literal(" ");
    }
    bool counted(std::string& out)
    {
        std::uint64_t length = 0;
        return number(length) && length > 0 && length <= longestName && bytes(length, out);
    }

private:
    std::string_view m_rest;
};

bool scanFile(Scanner& scanner, ManifestEntry& entry)
{
    std::string digits;
    if (!scanner.number(entry.size) || !scanner.bytes(64, digits) || !scanner.literal(" "))
        return false;
    const auto digest = Digest::parse(digits);
    entry.digest = digest.value_or(Digest{});
    return digest.has_value();
}

bool scanEntry(Scanner& scanner, ManifestEntry& entry)
{
    std::string kind;
    if (!scanner.bytes(1, kind) || !scanner.literal(" "))
        return false;
    bool fits = true;
    switch (kind.front()) {
    case 'f':
    case 'x':
        entry.kind = kind == "x" ? ManifestEntry::Kind::program : ManifestEntry::Kind::file;
        fits = scanFile(scanner, entry);
        break;
    case 'l':
        entry.kind = ManifestEntry::Kind::link;
        fits = scanner.counted(entry.target) && scanner.literal(" ");
        break;
    case 'd':
        entry.kind = ManifestEntry::Kind::emptyFolder;
        break;
    default:
        return false;
    }
    return fits && scanner.counted(entry.name) && scanner.literal("\n");
}

// Only a folder that is not in the list (because it has content) can have something in it.
bool hasParentAmong(const std::unordered_set<std::string_view>& names, std::string_view name)
{
    for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1)) {
        if (names.contains(name.substr(0, slash)))
            return true;
    }
    return false;
}

bool isConsistent(const std::vector<ManifestEntry>& entries)
{
    std::unordered_set<std::string_view> names;
    for (const ManifestEntry& entry : entries)
        names.insert(entry.name);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const ManifestEntry& entry = entries[i];
        const bool ordered = i == 0 || entries[i - 1].name < entry.name;
        if (!ordered || !isInnerName(entry.name) || hasParentAmong(names, entry.name))
            return false;
        if (entry.kind == ManifestEntry::Kind::link && !leadsInside(entry.name, entry.target))
            return false;
    }
    return true;
}

} // namespace

FolderManifest FolderManifest::of(std::vector<ManifestEntry> entries)
{
    FolderManifest manifest;
    manifest.m_entries = std::move(entries);
    std::sort(manifest.m_entries.begin(), manifest.m_entries.end(),
              [](const ManifestEntry& a, const ManifestEntry& b) { return a.name < b.name; });
    return manifest;
}

Result<FolderManifest> FolderManifest::parse(std::string_view text)
{
    const Error broken{ErrorCode::corrupt, {"store.manifest_damaged", {}}, {}};
    Scanner scanner(text);
    if (!scanner.literal(heading))
        return broken;
    FolderManifest manifest;
    while (!scanner.atEnd()) {
        ManifestEntry entry;
        if (!scanEntry(scanner, entry))
            return broken;
        manifest.m_entries.push_back(std::move(entry));
    }
    return isConsistent(manifest.m_entries) ? Result<FolderManifest>(std::move(manifest))
                                            : Result<FolderManifest>(broken);
}

std::string FolderManifest::text() const
{
    std::string text(heading);
    for (const ManifestEntry& entry : m_entries) {
        if (entry.isFile())
            text += (entry.kind == ManifestEntry::Kind::program ? "x " : "f ") + std::to_string(entry.size) + ' ' +
                    entry.digest.hex() + ' ';
        else if (entry.kind == ManifestEntry::Kind::link)
            text += "l " + std::to_string(entry.target.size()) + ' ' + entry.target + ' ';
        else
            text += "d ";
        text += std::to_string(entry.name.size()) + ' ' + entry.name + '\n';
    }
    return text;
}

std::uint64_t FolderManifest::size() const
{
    std::uint64_t size = 0;
    for (const ManifestEntry& entry : m_entries)
        size += entry.size;
    return size;
}

bool isInnerName(std::string_view name)
{
    if (name.empty() || name.size() > longestName || name.find('\0') != std::string_view::npos)
        return false;
    for (std::string_view rest = name;;) {
        const auto slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            return false;
        if (slash == std::string_view::npos)
            return true;
        rest.remove_prefix(slash + 1);
    }
}

bool leadsInside(std::string_view name, std::string_view target)
{
    if (target.empty() || target.front() == '/' || target.size() > longestName ||
        target.find('\0') != std::string_view::npos)
        return false;
    auto depth = std::count(name.begin(), name.end(), '/');
    bool below = false; // a named part was passed, which may itself be a link to anywhere inside
    while (!target.empty()) {
        const auto slash = target.find('/');
        const std::string_view part = target.substr(0, slash);
        if (part == "..") {
            if (below || depth == 0)
                return false;
            --depth;
        } else if (!part.empty() && part != ".") {
            below = true;
        }
        target.remove_prefix(slash == std::string_view::npos ? target.size() : slash + 1);
    }
    return true;
}

} // namespace penstock::store
