#include "core/tracking/direction.h"

#include <algorithm>
#include <iterator>

namespace penstock::tracking {

namespace {

constexpr std::string_view upWords[] = {"accuracy", "acc",  "auc",  "auroc", "auprc", "f1",    "f2",      "fscore", "precision", "recall",
                                        "r2",       "map",  "ap",   "ndcg",  "mrr",   "bleu",  "rouge",   "iou",    "miou",      "dice",
                                        "kappa",    "mcc",  "psnr", "ssim",  "score", "lift",  "coverage", "throughput", "specificity", "sensitivity"};
constexpr std::string_view downWords[] = {"loss", "error", "err",  "mae",     "mse",    "rmse",  "mape",       "smape", "rmsle",   "logloss",
                                          "nll",  "wer",   "cer",  "fid",     "brier",  "ece",   "perplexity", "ppl",   "latency", "size",
                                          "time", "duration", "seconds", "memory", "deviance", "divergence", "fpr", "fnr", "entropy", "regret"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

Direction directionOf(const std::string& word)
{
    if (std::ranges::find(upWords, word) != std::end(upWords))
        return Direction::up;
    if (std::ranges::find(downWords, word) != std::end(downWords))
        return Direction::down;
    return Direction::unknown;
}

} // namespace

Direction guessDirection(std::string_view metric)
{
    Direction guess = Direction::unknown;
    std::string word;
    const auto finishWord = [&guess, &word] {
        if (const Direction said = directionOf(word); said != Direction::unknown)
            guess = said;
        word.clear();
    };
    for (std::size_t i = 0; i < metric.size(); ++i) {
        const char c = metric[i];
        if (!isLower(c) && !isUpper(c) && !isDigit(c)) {
            finishWord();
            continue;
        }
        if (isUpper(c) && i > 0 && isLower(metric[i - 1])) // valLoss
            finishWord();
        word += lower(c);
    }
    finishWord();
    return guess;
}

Direction Directions::of(const std::string& metric) const
{
    const auto said = m_said.find(metric);
    return said == m_said.end() ? guessDirection(metric) : said->second;
}

int verdict(Direction direction, double value, double baseline)
{
    if (direction == Direction::unknown || value == baseline)
        return 0;
    return (value > baseline) == (direction == Direction::up) ? 1 : -1;
}

} // namespace penstock::tracking
