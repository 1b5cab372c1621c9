#pragma once

#include "core/platform/shim_pool.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace penstock::platform {

// A workspace's shims, run by the real penstock-shim. Each Owner is one life of an owner; destroying it without
// settling is what a kill is.
class ShimTest : public testing::Test {
protected:
    class Owner final {
    public:
        explicit Owner(const ShimSettings& settings)
            : m_pool(settings)
        {}

        ShimPool& pool() { return m_pool; }
        const ShimEvents& events() const { return m_events; } // all so far
        // Drains until the condition holds; a test that waits for what never comes fails after a minute.
        bool waitUntil(const std::function<bool()>& condition);
        const ExitRecord* exitOf(const std::string& attempt) const;
        ExitRecord waitForExit(const std::string& attempt);
        bool waitForClaim(const std::string& attempt);
        int pidOf(const std::string& attempt) const;
        bool neverRan(const std::string& attempt) const;
        const Survivor* unkillable(const std::string& attempt) const;
        int exits(const std::string& attempt) const;
        int claims(const std::string& attempt) const;

    private:
        ShimPool m_pool;
        ShimEvents m_events;
    };

    ShimTest();
    ~ShimTest() override;

    std::unique_ptr<Owner> newOwner(const std::vector<std::string>& planned = {});
    RunOrder order(const std::string& attempt, std::vector<std::string> arguments) const;
    RunOrder script(const std::string& attempt, const std::string& text) const; // for bash
    ExitRecord run(Owner& owner, RunOrder order);

    std::string log(const std::string& attempt) const { return m_folder.read("runs/" + attempt + "/log"); }
    std::string attemptFolder(const std::string& attempt) const { return m_folder / ("runs/" + attempt); }
    std::string slotFolder(int slot) const { return m_settings.folder + '/' + std::to_string(slot); }
    int shimPid(int slot) const; // of the shim that holds the slot's lock, -1 when there is none
    bool signalShim(int slot, int signal) const; // false when there is none
    bool waitUntilShimIsGone(int slot) const;

    test::TemporaryFolder m_folder;
    ShimSettings m_settings;
};

bool isAlive(int pid); // and not a zombie
bool waitFor(const std::function<bool()>& condition);
int openDescriptors();

} // namespace penstock::platform
