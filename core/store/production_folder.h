#pragma once

#include "core/base/artifact_store.h"
#include "core/base/ids.h"

#include <atomic>
#include <optional>
#include <string>

namespace penstock::store {

struct ProductionModel {
    VersionId version;
    ArtifactRef artifact;
    std::string fileName; // of a file artifact within the folder, e.g. "model.joblib"; not used for folders

    bool operator==(const ProductionModel&) const = default;
};

// What serves: .penstock/models/LINE/production, a link to the folder of one version beside it (LINE is "digits-v1" for
// the line "digits v1"). A folder artifact is the version's folder itself; a file artifact stands in it under its name.
//
// Order of a promotion: fill() before the commit, switchTo() after it. If we die in between, the link shows the old
// version, which the next owner's repair() sets right: the registry is the truth, the link follows. Whoever resolves
// the link sees a whole version, the old or the new one; folders of earlier versions stay for a quick way back until
// prune().
class ProductionFolder final {
public:
    ProductionFolder(std::string stateFolder, ArtifactStore& store); // the store must outlive this

    std::string linkOf(const ModelLine& line) const;
    // Makes the version's folder, read-only, verified and durable, or verifies the one that is there and makes it anew
    // when it differs. Errors: invalid (names that are no names), notFound or corrupt artifact, cancelled, full, io.
    Result<std::string> fill(const ProductionModel& model, const std::atomic<bool>& stop);
    // Errors: notFound when the version's folder is not there.
    Result<void> switchTo(const VersionId& version);
    Result<void> clear(const ModelLine& line);                       // nothing is in production; removes the link
    std::optional<std::string> current(const ModelLine& line) const; // "1.4"; what the link says

    enum class Repair { nothing, done };
    // Makes link and folder what the registry says.
    Result<Repair> repair(const ModelLine& line, const std::optional<ProductionModel>& expected,
                          const std::atomic<bool>& stop);
    // Removes the folders of all versions but the current one and `keep`.
    Result<void> prune(const ModelLine& line, const std::optional<VersionId>& keep);

private:
    std::string folderOfLine(const ModelLine& line) const;
    std::string folderOfVersion(const VersionId& version) const;
    bool isWhole(const ProductionModel& model, const std::atomic<bool>& stop);

    std::string m_folder;
    ArtifactStore& m_store;
};

} // namespace penstock::store
