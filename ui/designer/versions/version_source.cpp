#include "ui/designer/versions/version_source.h"

#include "core/format/layout_file.h"

namespace penstock::designer {

namespace {

constexpr std::uint64_t largestFile = 16 << 20;

} // namespace

Result<VersionTexts> VersionSource::read(const Version& version) const
{
    if (version.kind == Version::Kind::edited)
        return edited;
    if (version.kind == Version::Kind::revision) {
        auto text = revisions ? revisions->read(file, version.id) : Result<std::string>(Error{ErrorCode::notFound, {}, {}});
        if (!text)
            return text.error();
        const auto layout = revisions->read(format::layoutPathOf(file), version.id);
        return VersionTexts{std::move(*text), layout ? *layout : std::string()};
    }
    const std::string& path = version.kind == Version::Kind::file ? version.id : file;
    auto text = files->read(std::string(workspace).append("/").append(path), largestFile);
    if (!text)
        return text.error();
    const auto layout = files->read(std::string(workspace).append("/").append(format::layoutPathOf(path)), largestFile);
    return VersionTexts{std::move(*text), layout ? *layout : std::string()};
}

} // namespace penstock::designer
