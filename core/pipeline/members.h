// The members of each struct of the document under their names in JSON, listed once: reading and writing walk the same
// list, so that the codec is lossless by construction. A new member is one line here. For this folder only.
#pragma once

#include "core/pipeline/document.h"

namespace penstock::pipeline {

template <class T>
struct Members; // each has: template <class Visit> static void list(Visit& visit), calling visit(name, &T::member)

#define PENSTOCK_MEMBERS(Type, ...)                                                                                     \
    template <>                                                                                                        \
    struct Members<Type> {                                                                                             \
        using T = Type;                                                                                                \
        template <class Visit>                                                                                         \
        static void list([[maybe_unused]] Visit& visit)                                                                \
        {                                                                                                              \
            __VA_ARGS__                                                                                                \
        }                                                                                                              \
    }

PENSTOCK_MEMBERS(Parameter, visit("name", &T::name); visit("type", &T::type); visit("about", &T::about);
                 visit("default", &T::standard); visit("choices", &T::choices); visit("minimum", &T::minimum);
                 visit("maximum", &T::maximum););
PENSTOCK_MEMBERS(Input, visit("source", &T::source); visit("isFile", &T::isFile););
PENSTOCK_MEMBERS(Output, visit("path", &T::path); visit("kind", &T::kind););
PENSTOCK_MEMBERS(ValueDeclaration, visit("choices", &T::choices););
PENSTOCK_MEMBERS(Retry, visit("attempts", &T::attempts); visit("delay", &T::delay); visit("backoff", &T::backoff);
                 visit("jitter", &T::jitter); visit("maximumDelay", &T::maximumDelay); visit("within", &T::within);
                 visit("on", &T::on););
PENSTOCK_MEMBERS(Resources, visit("cpu", &T::cpu); visit("memory", &T::memory); visit("gpu", &T::gpu););
PENSTOCK_MEMBERS(Venv, visit("requirements", &T::requirements); visit("python", &T::python););
PENSTOCK_MEMBERS(CommandEnvironment, visit("venv", &T::venv); visit("variables", &T::variables); visit("path", &T::path););
PENSTOCK_MEMBERS(Command, visit("arguments", &T::arguments); visit("script", &T::script); visit("inputs", &T::inputs);
                 visit("outputs", &T::outputs); visit("values", &T::values); visit("metrics", &T::metrics);
                 visit("reports", &T::reports); visit("code", &T::code); visit("cache", &T::cache);
                 visit("env", &T::env); visit("pass", &T::pass); visit("python", &T::python);
                 visit("folder", &T::folder); visit("retry", &T::retry); visit("timeout", &T::timeout);
                 visit("grace", &T::grace);
                 visit("resources", &T::resources); visit("pool", &T::pool); visit("executor", &T::executor);
                 visit("priority", &T::priority); visit("environment", &T::environment);
                 visit("secrets", &T::secrets););
PENSTOCK_MEMBERS(Branch, visit("if", &T::condition); visit("target", &T::target); visit("atMost", &T::atMost););
PENSTOCK_MEMBERS(Choose, visit("branches", &T::branches););
PENSTOCK_MEMBERS(Wait, visit("what", &T::what););
PENSTOCK_MEMBERS(Approve, visit("question", &T::question); visit("policy", &T::policy);
                 visit("approvers", &T::approvers); visit("expires", &T::expires); visit("onReject", &T::onReject););
PENSTOCK_MEMBERS(Register, visit("model", &T::model); visit("major", &T::major); visit("artifact", &T::artifact);
                 visit("metrics", &T::metrics););
PENSTOCK_MEMBERS(Promote, visit("version", &T::version); visit("stage", &T::stage););
PENSTOCK_MEMBERS(SubPipeline, visit("file", &T::file); visit("parameters", &T::parameters););
PENSTOCK_MEMBERS(Placeholder, );
PENSTOCK_MEMBERS(End, visit("succeeded", &T::succeeded););
PENSTOCK_MEMBERS(OnFailure, visit("target", &T::target); visit("atMost", &T::atMost););
PENSTOCK_MEMBERS(Step, visit("name", &T::name); visit("title", &T::title); visit("about", &T::about);
                 visit("enabled", &T::enabled); visit("needs", &T::needs); visit("if", &T::condition);
                 visit("join", &T::join); visit("advisory", &T::advisory); visit("onFailure", &T::onFailure);
                 visit("map", &T::map); visit("body", &T::body););
PENSTOCK_MEMBERS(Trigger, visit("event", &T::event); visit("if", &T::condition);
                 visit("parameters", &T::parameters););
PENSTOCK_MEMBERS(Defaults, visit("env", &T::env); visit("python", &T::python); visit("retry", &T::retry);
                 visit("timeout", &T::timeout););
PENSTOCK_MEMBERS(Pipeline, visit("version", &T::version); visit("name", &T::name); visit("title", &T::title);
                 visit("about", &T::about); visit("parameters", &T::parameters); visit("on", &T::triggers); visit("defaults", &T::defaults);
                 visit("steps", &T::steps); visit("outputs", &T::outputs); visit("notes", &T::notes); visit("frames", &T::frames););

#undef PENSTOCK_MEMBERS

} // namespace penstock::pipeline
