#include "core/base/time.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace penstock {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t milliseconds;
};

constexpr std::array<Unit, 5> units{{{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1'000}, {"ms", 1}}};
constexpr std::int64_t longest = 100LL * 365 * 86'400'000;

} // namespace

std::string formatInstant(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()),
                  int(time.seconds().count()), int(time.subseconds().count()));
    return text;
}

std::optional<Instant> parseInstant(std::string_view text)
{
    int year = 0, hour = 0, minute = 0, second = 0, fraction = 0, read = 0;
    unsigned month = 0, day = 0;
    const std::string copy(text);
    const bool isFine = std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d.%3dZ%n", &year, &month, &day, &hour, &minute,
                                    &second, &fraction, &read) == 7 && read == int(copy.size());
    const bool isWhole = !isFine && std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2dZ%n", &year, &month, &day, &hour,
                                                &minute, &second, &read) == 6 && read == int(copy.size());
    if (!isFine && !isWhole)
        return std::nullopt;
    fraction = isFine ? fraction : 0;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    return Instant(std::chrono::sys_days(date)) + std::chrono::hours(hour) + std::chrono::minutes(minute)
           + std::chrono::seconds(second) + Duration(fraction);
}

std::optional<Duration> parseDuration(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    std::int64_t total = 0;
    while (!text.empty()) {
        double amount = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
        if (error != std::errc() || amount < 0)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const std::string_view name = text.substr(0, text.find_first_of("0123456789."));
        const Unit* unit = nullptr;
        for (const Unit& candidate : units) {
            if (candidate.name == name)
                unit = &candidate;
        }
        if (!unit || amount * double(unit->milliseconds) > double(longest))
            return std::nullopt;
        total += static_cast<std::int64_t>(amount * double(unit->milliseconds));
        text.remove_prefix(name.size());
    }
    return total > longest ? std::nullopt : std::optional(Duration(total));
}

std::string formatDuration(Duration duration)
{
    std::int64_t rest = duration.count();
    if (rest == 0)
        return "0s";
    std::string text = rest < 0 ? "-" : "";
    rest = rest < 0 ? -rest : rest;
    for (const Unit& unit : units) {
        if (const std::int64_t amount = rest / unit.milliseconds; amount > 0)
            text += std::to_string(amount) + std::string(unit.name);
        rest %= unit.milliseconds;
    }
    return text;
}

} // namespace penstock
