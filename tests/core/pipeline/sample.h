#pragma once

#include "core/pipeline/document.h"

namespace penstock::pipeline {

// A document in which every member of every struct differs from its standard value.
Pipeline everythingSaid();

Step stepOf(std::string name, Body body);

} // namespace penstock::pipeline
