#include "core/host/preparation.h"

#include "core/host/code_files.h"

#include <filesystem>

namespace penstock::host {

namespace fs = std::filesystem;

namespace {

Error ioError(const char* id, const std::string& path, const std::error_code& error)
{
    const auto code = error == std::errc::no_space_on_device ? ErrorCode::full
                      : error == std::errc::permission_denied || error == std::errc::read_only_file_system
                          ? ErrorCode::denied
                          : ErrorCode::io;
    return {code, {id, {{"path", path}, {"reason", error.message()}}}, {}};
}

Result<void> freshFolder(const std::string& path)
{
    std::error_code error;
    fs::remove_all(path, error);
    if (!error)
        fs::create_directories(path, error);
    if (error)
        return ioError("host.folder_failed", path, error);
    return {};
}

Result<void> clear(const Preparation& preparation, store::Displaced& displaced, const std::string& relative, const std::atomic<bool>& stop)
{
    if (relative.empty())
        return {};
    const std::string path = preparation.layout.inWorkspace(relative);
    const AttemptId& attempt = preparation.attempt;
    const auto cleared = displaced.clear(path, preparation.plannedAt, attempt.run.text(), attempt.instance.folder(), stop);
    if (!cleared)
        return cleared.error();
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (error)
        return ioError("host.folder_failed", fs::path(path).parent_path(), error);
    return {};
}

class Preparing {
public:
    Preparing(const Preparation& preparation, ArtifactStore& artifacts, store::Displaced& displaced, const ReadProgress& progress,
              const std::atomic<bool>& stop)
        : m_preparation(preparation)
        , m_artifacts(artifacts)
        , m_displaced(displaced)
        , m_progress(progress)
        , m_stop(stop)
    {
        m_prepared.places = placesOf(preparation);
    }

    Result<Prepared> run()
    {
        auto prepared = inputs();
        if (!prepared)
            return prepared;
        const auto cleared = clearOutputs(m_preparation, m_displaced, m_stop);
        return cleared ? std::move(prepared) : cleared.error();
    }

    Result<Prepared> inputs()
    {
        if (const auto made = makeFolders(); !made)
            return made.error();
        for (const engine::InputSource& input : m_preparation.inputs) {
            const auto ready = input.artifact ? provideArtifact(input) : digestFile(input);
            if (!ready)
                return ready.error();
        }
        m_prepared.code = digestCode(m_preparation.layout.workspace, m_preparation.code, m_artifacts, m_stop);
        return std::move(m_prepared);
    }

private:
    Result<void> makeFolders() const
    {
        const std::string folder = m_preparation.layout.attemptFolder(m_preparation.attempt);
        std::error_code error;
        fs::create_directories(folder, error);
        if (error)
            return ioError("host.folder_failed", folder, error);
        return freshFolder(folder + "/outputs");
    }

    Progress progressOn(const std::string& path) const
    {
        return [this, path](std::uint64_t done, std::uint64_t total) { m_progress(path, done, total); };
    }

    Result<void> digestFile(const engine::InputSource& input)
    {
        const std::string path = fileAt(input.file);
        if (std::error_code error; !fs::exists(path, error))
            return Error{ErrorCode::notFound, {"host.input_missing", {{"input", input.name}, {"path", input.file}}}, path};
        const auto digest = m_artifacts.digestInPlace(path, progressOn(input.file), m_stop);
        if (!digest)
            return digest.error();
        m_prepared.inputs[input.name] = *digest;
        m_prepared.places.inputs[input.name] = path;
        m_prepared.fileInputs[input.name] = path;
        return {};
    }

    // Data that git does not keep stands in the workspace only, also for a run at a revision.
    std::string fileAt(const std::string& relative) const
    {
        const Layout& layout = m_preparation.layout;
        std::error_code error;
        const bool isHere = layout.origin.empty() || fs::exists(layout.inWorkspace(relative), error);
        return isHere ? layout.inWorkspace(relative) : layout.origin + '/' + relative;
    }

    Result<void> provideArtifact(const engine::InputSource& input)
    {
        const auto path = m_artifacts.readPath(*input.artifact);
        if (!path)
            return path.error();
        m_prepared.inputs[input.name] = *input.artifact;
        m_prepared.places.inputs[input.name] = *path;
        return input.restorePath.empty() ? Result<void>() : restore(input);
    }

    // Steps also find an input at the path where its producer made it. A file that people changed there is refused; in a checkout
    // nothing is people's.
    Result<void> restore(const engine::InputSource& input)
    {
        const std::string path = m_preparation.layout.inWorkspace(input.restorePath);
        std::error_code error;
        if (fs::exists(fs::symlink_status(path, error))) {
            const auto standing = m_artifacts.digestInPlace(path, progressOn(input.restorePath), m_stop);
            if (standing && standing->digest == input.artifact->digest)
                return {};
            if (!standing && standing.error().code == ErrorCode::cancelled)
                return standing.error();
            if (!standing || !m_artifacts.has(standing->digest)) {
                if (const auto moved = moveLeftoverAway(input); !moved)
                    return moved;
            }
        }
        return m_artifacts.checkOut(*input.artifact, path);
    }

    // What an attempt that failed left there is moved aside; anything else is somebody's work.
    Result<void> moveLeftoverAway(const engine::InputSource& input)
    {
        const bool isOurs = m_preparation.checkout || m_displaced.leftovers().isOurs(engine::normalisedPath(input.restorePath), m_stop);
        if (isOurs)
            return clear(m_preparation, m_displaced, input.restorePath, m_stop);
        return Error{ErrorCode::conflict,
                     {"host.input_changed_by_people", {{"input", input.name}, {"path", input.restorePath}}},
                     m_preparation.layout.inWorkspace(input.restorePath)};
    }

    const Preparation& m_preparation;
    ArtifactStore& m_artifacts;
    store::Displaced& m_displaced;
    const ReadProgress& m_progress;
    const std::atomic<bool>& m_stop;
    Prepared m_prepared;
};

} // namespace

Preparation preparationOf(const Layout& layout, const engine::Run& run, const engine::Instance& instance, int attempt,
                          std::vector<engine::InputSource> inputs)
{
    const auto& command = std::get<pipeline::Command>(run.step(instance).body);
    return {{run.id, instance.id, attempt}, layout, std::move(inputs), command.outputs, codeFiles(command), command.metrics,
            command.reports, instance.attempts.empty() ? Instant{} : instance.attempts.back().plannedAt, {}, run.checkout};
}

engine::Places placesOf(const Preparation& preparation)
{
    const std::string folder = preparation.layout.attemptFolder(preparation.attempt);
    engine::Places places;
    places.parametersFile = folder + "/params.json";
    places.outputsFile = folder + "/values";
    places.metricsFile = preparation.layout.metricsFile(preparation.attempt);
    for (const auto& [name, output] : preparation.outputs)
        places.outputs[name] = output.path.empty() ? folder + "/outputs/" + name : preparation.layout.inWorkspace(output.path);
    return places;
}

Result<Prepared> prepare(const Preparation& preparation, ArtifactStore& artifacts, store::Displaced& displaced,
                         const ReadProgress& progress, const std::atomic<bool>& stop)
{
    return Preparing(preparation, artifacts, displaced, progress, stop).run();
}

Result<Prepared> prepareInputs(const Preparation& preparation, ArtifactStore& artifacts, store::Displaced& displaced,
                               const ReadProgress& progress, const std::atomic<bool>& stop)
{
    return Preparing(preparation, artifacts, displaced, progress, stop).inputs();
}

// A step that writes nothing must produce nothing: whatever an earlier one left is taken away first.
Result<void> clearOutputs(const Preparation& preparation, store::Displaced& displaced, const std::atomic<bool>& stop)
{
    for (const auto& [name, output] : preparation.outputs) {
        if (const auto cleared = clear(preparation, displaced, output.path, stop); !cleared)
            return cleared;
    }
    for (const std::string& report : preparation.reports) {
        if (const auto cleared = clear(preparation, displaced, report, stop); !cleared)
            return cleared;
    }
    return clear(preparation, displaced, preparation.metrics, stop);
}

} // namespace penstock::host
