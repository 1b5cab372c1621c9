// Hides the secrets of an attempt in the names and texts that it logs, before they are kept anywhere. Values are immutable.
#pragma once

#include "core/tracking/mlflow_call.h"
#include "core/tracking/series.h"

#include <string>
#include <vector>

namespace penstock::host {

class LoggedMasks final {
public:
    LoggedMasks() = default; // of an attempt that has no secrets
    explicit LoggedMasks(std::vector<std::string> masks); // of platform::masksOf()

    std::string hidden(const std::string& text) const;
    void hide(std::vector<tracking::MetricPoint>& points) const;
    void hide(tracking::MlflowCall& call) const;

private:
    std::vector<std::string> m_masks;
};

} // namespace penstock::host
