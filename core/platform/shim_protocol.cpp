#include "core/platform/shim_protocol.h"

#include "core/platform/byte_codec.h"
#include "core/platform/frame.h"

namespace penstock::platform {

namespace {

enum MessageType : std::uint8_t {
    runType = 17,
    cancelType,
    syncType,
    forgetType,
    quitType,
    helloType = 32,
    syncedType,
    withdrawnType,
    refusedType,
    supersededType,
    unkillableType,
    claimedType,
};

void write(ByteWriter& out, const RunOrder& order)
{
    out.u8(runType).text(order.attempt).text(order.attemptFolder).text(order.folder);
    out.texts(order.arguments).texts(order.environment).text(order.preface).texts(order.masks).texts(order.masked).texts(order.maskedInPlace);
    out.i64(order.timeout.count()).i64(order.grace.count()).u64(order.logCap).u64(order.memoryLimit);
}
void write(ByteWriter& out, const CancelOrder& order)
{
    out.u8(cancelType).text(order.attempt).i64(order.grace.count());
}
void write(ByteWriter& out, const SyncOrder& order) { out.u8(syncType).u64(order.number); }
void write(ByteWriter& out, const ForgetOrder& order) { out.u8(forgetType).text(order.attempt); }
void write(ByteWriter& out, const QuitOrder&) { out.u8(quitType); }

void write(ByteWriter& out, const ClaimedAnswer& answer)
{
    const ClaimRecord& claim = answer.claim;
    out.u8(claimedType).text(claim.attempt).text(claim.attemptFolder).text(claim.bootId);
    out.i64(claim.at.time_since_epoch().count()).i32(answer.pid);
}
void write(ByteWriter& out, const HelloAnswer& answer)
{
    out.u8(helloType).u32(answer.version).i32(answer.pid).text(answer.bootId);
}
void write(ByteWriter& out, const SyncedAnswer& answer) { out.u8(syncedType).u64(answer.number); }
void write(ByteWriter& out, const WithdrawnAnswer& answer) { out.u8(withdrawnType).text(answer.attempt); }
void write(ByteWriter& out, const RefusedAnswer& answer) { out.u8(refusedType).text(answer.attempt).i32(answer.error); }
void write(ByteWriter& out, const SupersededAnswer&) { out.u8(supersededType); }
void write(ByteWriter& out, const UnkillableAnswer& answer)
{
    out.u8(unkillableType).text(answer.attempt).i32(answer.process.pid).text(answer.process.command);
}

RunOrder readRun(ByteReader& in)
{
    RunOrder order;
    order.attempt = in.text();
    order.attemptFolder = in.text();
    order.folder = in.text();
    order.arguments = in.texts();
    order.environment = in.texts();
    order.preface = in.text();
    order.masks = in.texts();
    order.masked = in.texts();
    order.maskedInPlace = in.texts();
    order.timeout = Duration(in.i64());
    order.grace = Duration(in.i64());
    order.logCap = in.u64();
    order.memoryLimit = in.u64();
    return order;
}

ClaimedAnswer readClaimed(ByteReader& in)
{
    ClaimedAnswer answer;
    answer.claim.attempt = in.text();
    answer.claim.attemptFolder = in.text();
    answer.claim.bootId = in.text();
    answer.claim.at = Instant(Duration(in.i64()));
    answer.pid = in.i32();
    return answer;
}

std::string framed(std::string_view payload)
{
    std::string frame;
    appendFrame(frame, payload);
    return frame;
}

} // namespace

std::string encodeOrder(const ShimOrder& order)
{
    ByteWriter out;
    std::visit([&out](const auto& each) { write(out, each); }, order);
    return framed(out.bytes());
}

std::optional<ShimOrder> decodeOrder(std::string_view payload)
{
    ByteReader in(payload);
    std::optional<ShimOrder> order;
    switch (in.u8()) {
    case runType: order = readRun(in); break;
    case cancelType: {
        CancelOrder cancel{in.text(), {}};
        cancel.grace = Duration(in.i64());
        order = std::move(cancel);
        break;
    }
    case syncType: order = SyncOrder{in.u64()}; break;
    case forgetType: order = ForgetOrder{in.text()}; break;
    case quitType: order = QuitOrder{}; break;
    default: break;
    }
    return in.complete() ? order : std::nullopt;
}

std::string encodeAnswer(const ShimAnswer& answer)
{
    if (const auto* exit = std::get_if<AttemptExit>(&answer))
        return framed(encode(JournalRecord(*exit)));
    ByteWriter out;
    std::visit(
        [&out](const auto& each) {
            using Each = std::decay_t<decltype(each)>;
            if constexpr (!std::is_same_v<Each, AttemptExit>)
                write(out, each);
        },
        answer);
    return framed(out.bytes());
}

std::optional<ShimAnswer> decodeAnswer(std::string_view payload)
{
    ByteReader in(payload);
    std::optional<ShimAnswer> answer;
    switch (in.u8()) {
    case helloType: {
        HelloAnswer hello;
        hello.version = in.u32();
        hello.pid = in.i32();
        hello.bootId = in.text();
        answer = std::move(hello);
        break;
    }
    case syncedType: answer = SyncedAnswer{in.u64()}; break;
    case withdrawnType: answer = WithdrawnAnswer{in.text()}; break;
    case refusedType: {
        RefusedAnswer refused{in.text(), 0};
        refused.error = in.i32();
        answer = std::move(refused);
        break;
    }
    case supersededType: answer = SupersededAnswer{}; break;
    case unkillableType: {
        UnkillableAnswer unkillable{in.text(), {}};
        unkillable.process.pid = in.i32();
        unkillable.process.command = in.text();
        answer = std::move(unkillable);
        break;
    }
    case claimedType: answer = readClaimed(in); break;
    default: {
        auto record = decodeJournalRecord(payload);
        auto* exit = record ? std::get_if<AttemptExit>(&*record) : nullptr;
        return exit ? std::optional<ShimAnswer>(std::move(*exit)) : std::nullopt;
    }
    }
    return in.complete() ? answer : std::nullopt;
}

} // namespace penstock::platform
