// The two ends of the tracking port: who takes in what MLflow clients send, and where they reach it.
#pragma once

#include "core/base/ids.h"
#include "core/tracking/mlflow_call.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace penstock::tracking {

// Thread-safe.
class Intake {
public:
    using Answer = std::function<void(MlflowAnswer)>;

    virtual ~Intake() = default;

    // Of an attempt that runs now; none for any other text. Takes the same time wherever a wrong token is wrong.
    virtual std::optional<AttemptId> holderOf(std::string_view token) const = 0;
    // Answered once, from any thread, when what it changes is durable.
    virtual void take(const AttemptId& by, MlflowCall call, Answer answer) = 0;
};

class Door {
public:
    virtual ~Door() = default;

    // "http://127.0.0.1:5612", where it listens when this returns; empty when no port is to be had. Thread-safe; no
    // network is waited for.
    virtual std::string open() = 0;
    virtual void rest() = 0; // nobody needs it for now. Thread-safe
};

} // namespace penstock::tracking
