// Mapped steps: which items there are, when the next begins, which is the best, what the whole gives.
#pragma once

#include "core/engine/cascade.h"
#include "core/expression/scope.h"

namespace penstock::engine {

// What `over` means in this run: the list, all combinations of the axes, or as many drawn ones as `sample` asks for. Drawn
// with SplitMix64 (Steele, Lea, Flood 2014) from the seed, so that a fold and a resumed run with a seed see the same items.
// Errors: invalid (no list, too many items) and those of expressions.
Result<Json> itemsOf(const pipeline::Map& map, const expression::Scope& scope, const std::string& seedText);

// Takes a success into account. For apply().
void compareBest(Run& run, const Instance& item);

// A member of steps.NAME when it is mapped: outputs, metrics and values as lists by index (null where an item gave
// nothing), `results` [{index, item, state, outputs, values, metrics}], `best` one of these, `count`.
Result<expression::Value> fanMember(const Run& run, const Instance& fan, const expression::Reference& path);

void openFan(Cascade& cascade, const Run& run, const Instance& instance);
// Lets further items begin, or ends the whole when there is nothing left to wait for.
void continueFan(Cascade& cascade, const Run& run, const Instance& fan);

} // namespace penstock::engine
