// Numbers that are compared: short, with a minus that is a minus.
#pragma once

#include "core/tracking/direction.h"

#include <QString>

#include <optional>
#include <string>

namespace penstock::models {

struct NumberText {
    static QString value(const std::optional<double>& number); // "0.9861", "—" when there is none
    static QString delta(const std::optional<double>& number); // "+0.0084", "−0.0169"
    static QString directed(const std::string& metric, tracking::Direction direction); // "accuracy ↑"
    static QString digest(const std::string& hex); // "5c0e9a1b…a91f"; other texts as they are
};

} // namespace penstock::models
