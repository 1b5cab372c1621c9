// What the result of a command step depends on, so far as Penstock knows it: the key of the cache, and what a hit or a
// miss is explained by. Pure; the owner adds what only it can see.
//
// A recipe is an object of parts, each an object of members: command, environment, parameters, item, inputs, outputs, code.
// Places on disk stand in it as placeholders, so that a private output or another workspace is no difference.
#pragma once

#include "core/engine/state.h"

#include <array>
#include <string>
#include <string_view>

namespace penstock::engine {

inline constexpr std::array<std::string_view, 7> recipeParts{"command", "environment", "parameters", "item", "inputs", "outputs", "code"};

// Without inputs, code and the values of passed variables. Errors: those of commandLine().
Result<Json> recipeOf(const WorkspaceState& state, const Run& run, const Instance& instance);

// The parts that the owner adds. A value of a passed variable may be a secret: only its digest goes in.
void addPassed(Json& recipe, const std::string& name, const std::optional<std::string>& value);
void addEnvironment(Json& recipe, const Digest& key); // of the virtual environment
void addInput(Json& recipe, const std::string& name, const Digest& content);
void addCode(Json& recipe, const std::string& file, const Digest& content);

// The key is the digest of `document`, which names the code by the digest of `code`: both are kept as artifacts, so that
// steps that see the same code share what says so.
struct RecipeKey {
    Digest digest;
    std::string document;
    std::string code;
};
RecipeKey keyOf(const Json& recipe);
// From what was kept. Errors: corrupt.
Result<Json> recipeFrom(std::string_view document, std::string_view code);

Json partDigests(const Json& recipe); // {part: hex}

// What is not the same: [{part, name, was, is}], `was` or `is` null where there is none; at most `most`.
Json differences(const Json& before, const Json& now, std::size_t most);
// Where one of the recipes is not known any more: the parts whose digests differ, [{part}].
Json differentParts(const Json& before, const Json& now);

} // namespace penstock::engine
