// Documents for tests, written in a few words, and issues as text.
#pragma once

#include "core/check/check.h"

#include <string>

namespace penstock::check {

pipeline::Step step(std::string name, pipeline::Body body, std::vector<std::string> needs = {});
pipeline::Step command(std::string name, std::vector<std::string> needs = {}); // runs `true`
pipeline::Step conditional(std::string name, std::string condition, std::vector<std::string> needs = {});
pipeline::Step reading(std::string name, std::string input); // a command with the input `data`
pipeline::Step writing(std::string name, std::string path, std::vector<std::string> needs = {}); // with the output `out`
pipeline::Step choice(std::string name, pipeline::Choose choose, std::vector<std::string> needs = {});
pipeline::Pipeline draft(std::vector<pipeline::Step> steps);
pipeline::Pipeline digits(); // that of the template

pipeline::Command& commandOf(pipeline::Pipeline& pipeline, const std::string& step);
pipeline::Step& stepOf(pipeline::Pipeline& pipeline, const std::string& step);

// One line an issue: "error steps.a.needs.0 check.unknown_step". Sorted.
std::string found(const pipeline::Pipeline& pipeline);
// Whether there is exactly one such line, and its mend, if any, as "id text".
pipeline::Issue only(const pipeline::Pipeline& pipeline);
std::string argument(const Message& message, const std::string& name);

} // namespace penstock::check
