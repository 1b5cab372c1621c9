#include "core/platform/log_index.h"

#include "core/platform/byte_codec.h"

namespace penstock::platform {

std::string encode(const LogIndexRecord& record)
{
    ByteWriter out;
    out.u64(record.offset).u64(record.value).u64(static_cast<std::uint8_t>(record.mark));
    return out.bytes();
}

std::vector<LogIndexRecord> readLogIndex(std::string_view bytes)
{
    std::vector<LogIndexRecord> records;
    for (; bytes.size() >= logIndexRecordSize; bytes.remove_prefix(logIndexRecordSize)) {
        ByteReader in(bytes.substr(0, logIndexRecordSize));
        LogIndexRecord record;
        record.offset = in.u64();
        record.value = in.u64();
        const std::uint64_t mark = in.u64();
        if (mark < static_cast<std::uint64_t>(LogMark::out) || mark > static_cast<std::uint64_t>(LogMark::hole))
            break;
        record.mark = static_cast<LogMark>(mark);
        records.push_back(record);
    }
    return records;
}

} // namespace penstock::platform
