// How what a step says of others is taken out of the file. For this folder only.
#pragma once

#include "core/edit/data_link.h"
#include "core/edit/document.h"
#include "core/edit/mentions.h"
#include "core/format/yaml_patch.h"

#include <string>
#include <vector>

namespace penstock::edit {

// Takes names out of `needs`; an empty list goes too. So does an empty `inputs` when its last entry was cut.
Result<void> cutNeeds(format::YamlPatch& patch, const Document& document, const pipeline::Step& step, const std::vector<std::string>& names);
// What a step must have (the artifact of `register`, the version of `promote`) becomes empty, all else is removed.
Result<void> cutInlets(format::YamlPatch& patch, const Document& document, const pipeline::Step& step, const std::vector<Inlet>& inlets);

// In the lists of steps of frames and notes.
Result<void> substituteInFrames(format::YamlPatch& patch, const Document& document, const Substitutes& names);

} // namespace penstock::edit
