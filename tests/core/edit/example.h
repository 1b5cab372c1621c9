// One pipeline with something of everything, and short ways to change it.
#pragma once

#include "core/edit/edit.h"

#include <gtest/gtest.h>

#include <string>

namespace penstock::edit {

inline const std::string exampleText = R"(# Digits, from the raw data to production.
penstock: 1
name: digits
steps:
  # Splits the data.
  prepare:
    run: [python3, prepare.py]
    outputs: {train: data/train.csv, test: data/test.csv}

  # Fits the model.
  # It takes an hour.
  train:
    needs: [prepare]   # also for its order
    run: |
      # not a comment of YAML
      python3 train.py ${{ steps.prepare.values.rows }}
    inputs: {data: "${{ steps.prepare.outputs.train }}"}
    outputs: {model: {path: build/model}}
    # timeout: 2h

  evaluate:
    run: [python3, evaluate.py]
    inputs:
      model: "${{ steps.train.outputs.model }}"
      data: '${{ steps.prepare.outputs.test }}'
    metrics: build/metrics.json

  record:
    register: {model: digits, major: 1, artifact: "${{ steps.train.outputs.model }}", metrics: "${{ steps.evaluate.metrics }}"}

  better:
    needs: [record]
    choose:
      - if: "steps.evaluate.metrics.accuracy > 0.9 && steps['train'].state == 'succeeded'"
        then: ask
      - {if: "steps.evaluate.metrics.accuracy < 0.1", then: prepare, at_most: 2}
      - else: stop

  ask:
    approve: {question: "Put ${{ steps.record.version }} into production?", on_reject: stop}

  stop:
    end: succeeded
frames:
  - {title: Learning, steps: [prepare, train]}
)";

inline const std::string exampleLayout = "penstock: 1\nnodes:\n  prepare: [0, 0]  # first\n  train: [200, 0]\n";

inline Document example() { return Document(exampleText, exampleLayout); }

inline std::string replaced(std::string text, const std::string& old, const std::string& with)
{
    const std::size_t at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return at == std::string::npos ? text : text.replace(at, old.size(), with);
}

// The text after an edit that must succeed.
inline std::string after(const Document& document, const Edit& edit)
{
    const auto done = apply(document, edit);
    EXPECT_TRUE(done) << (done ? "" : done.error().message.id + ": " + done.error().detail);
    return done ? done->text() : std::string();
}

// The id of why an edit is refused, or "".
inline std::string refusal(const Document& document, const Edit& edit)
{
    const auto done = apply(document, edit);
    return done ? std::string() : done.error().message.id;
}

} // namespace penstock::edit
