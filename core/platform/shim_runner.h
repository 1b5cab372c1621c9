#pragma once

#include "core/engine/runner.h"
#include "core/platform/shim_pool.h"

namespace penstock::platform {

// The engine's runner for local steps: each slot of the engine is a shim's slot.
class ShimRunner final : public engine::Runner {
public:
    explicit ShimRunner(ShimSettings settings);

    void recover(const std::vector<AttemptId>& planned) override;
    void launch(const engine::Task& task) override;
    void cancel(const AttemptId& attempt, Duration grace) override;
    void forget(const AttemptId& attempt) override;
    void rest() override;
    int pollHandle() const override { return m_pool.pollHandle(); }
    std::vector<engine::RunnerEvent> drain() override;

    bool isSuperseded() const { return m_pool.isSuperseded(); }

private:
    ShimPool m_pool;
    std::map<AttemptId, std::string> m_programs; // what was launched, for the sentence when it cannot be
};

// How the record of a shim reads in the terms of the engine. `program` may be empty.
engine::Exit toExit(const ExitRecord& record, const std::string& program);

} // namespace penstock::platform
