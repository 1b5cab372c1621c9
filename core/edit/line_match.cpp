#include "core/edit/line_match.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace penstock::edit {

namespace {

constexpr int mostDifferences = 1'000; // of a piece without anchors: its trace takes some 8 MB at most
constexpr int deepest = 64;            // pieces within pieces

using Word = std::uint32_t; // equal lines have equal words

struct Piece { // [begin, end) of both texts
    std::size_t a = 0, aEnd = 0, b = 0, bEnd = 0;
    int depth = 0;
};

class Matcher final {
public:
    Matcher(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after)
        : m_partner(before.size(), noPartner)
    {
        std::unordered_map<std::string_view, Word> words;
        const auto spell = [&words](const std::vector<std::string_view>& lines) {
            std::vector<Word> spelt;
            spelt.reserve(lines.size());
            for (const std::string_view line : lines)
                spelt.push_back(words.emplace(line, static_cast<Word>(words.size())).first->second);
            return spelt;
        };
        m_a = spell(before);
        m_b = spell(after);
        m_seen.resize(words.size());
    }

    std::vector<std::size_t> match()
    {
        m_open.push_back({0, m_a.size(), 0, m_b.size(), 0});
        while (!m_open.empty()) {
            Piece piece = m_open.back();
            m_open.pop_back();
            trim(piece);
            if (piece.a != piece.aEnd && piece.b != piece.bEnd && (piece.depth == deepest || !splitAtAnchors(piece)))
                compare(piece);
        }
        return std::move(m_partner);
    }

private:
    struct Seen {
        std::uint32_t inA = 0, inB = 0;
        std::size_t a = 0, b = 0;
    };

    void trim(Piece& piece)
    {
        for (; piece.a < piece.aEnd && piece.b < piece.bEnd && m_a[piece.a] == m_b[piece.b]; ++piece.a, ++piece.b)
            m_partner[piece.a] = piece.b;
        for (; piece.a < piece.aEnd && piece.b < piece.bEnd && m_a[piece.aEnd - 1] == m_b[piece.bEnd - 1]; --piece.aEnd, --piece.bEnd)
            m_partner[piece.aEnd - 1] = piece.bEnd - 1;
    }

    bool splitAtAnchors(const Piece& piece);
    std::vector<std::pair<std::size_t, std::size_t>> uniquePairs(const Piece& piece);
    void compare(const Piece& piece);

    std::vector<Word> m_a, m_b;
    std::vector<std::size_t> m_partner;
    std::vector<Seen> m_seen; // by word; all zero between two calls
    std::vector<Piece> m_open;
};

// Lines that stand once in each of the two, in the order of the first.
std::vector<std::pair<std::size_t, std::size_t>> Matcher::uniquePairs(const Piece& piece)
{
    for (std::size_t i = piece.a; i < piece.aEnd; ++i) {
        ++m_seen[m_a[i]].inA;
        m_seen[m_a[i]].a = i;
    }
    for (std::size_t i = piece.b; i < piece.bEnd; ++i) {
        ++m_seen[m_b[i]].inB;
        m_seen[m_b[i]].b = i;
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = piece.a; i < piece.aEnd; ++i) {
        if (const Seen& seen = m_seen[m_a[i]]; seen.inA == 1 && seen.inB == 1)
            pairs.emplace_back(i, seen.b);
    }
    for (std::size_t i = piece.a; i < piece.aEnd; ++i)
        m_seen[m_a[i]] = {};
    for (std::size_t i = piece.b; i < piece.bEnd; ++i)
        m_seen[m_b[i]] = {};
    return pairs;
}

// The longest ascending run of pairs, by patience sorting.
std::vector<std::pair<std::size_t, std::size_t>> ascending(const std::vector<std::pair<std::size_t, std::size_t>>& pairs)
{
    std::vector<std::size_t> tops, before(pairs.size(), noPartner);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto pile = std::lower_bound(tops.begin(), tops.end(), pairs[i].second, [&](std::size_t top, std::size_t b) { return pairs[top].second < b; });
        if (pile != tops.begin())
            before[i] = *std::prev(pile);
        if (pile == tops.end())
            tops.push_back(i);
        else
            *pile = i;
    }
    std::vector<std::pair<std::size_t, std::size_t>> run;
    for (std::size_t i = tops.empty() ? noPartner : tops.back(); i != noPartner; i = before[i])
        run.push_back(pairs[i]);
    std::reverse(run.begin(), run.end());
    return run;
}

bool Matcher::splitAtAnchors(const Piece& piece)
{
    const auto anchors = ascending(uniquePairs(piece));
    std::size_t a = piece.a, b = piece.b;
    for (const auto& [inA, inB] : anchors) {
        m_partner[inA] = inB;
        m_open.push_back({a, inA, b, inB, piece.depth + 1});
        a = inA + 1;
        b = inB + 1;
    }
    if (!anchors.empty())
        m_open.push_back({a, piece.aEnd, b, piece.bEnd, piece.depth + 1});
    return !anchors.empty();
}

// Myers' greedy algorithm; what is further apart than the bound stays without partners.
void Matcher::compare(const Piece& piece)
{
    const auto n = static_cast<std::ptrdiff_t>(piece.aEnd - piece.a), m = static_cast<std::ptrdiff_t>(piece.bEnd - piece.b);
    const std::ptrdiff_t most = std::min<std::ptrdiff_t>(n + m, mostDifferences);
    std::vector<std::int32_t> furthest(static_cast<std::size_t>(2 * most + 3), 0); // x by diagonal
    std::vector<std::vector<std::int32_t>> trace;
    const auto at = [&](std::vector<std::int32_t>& row, std::ptrdiff_t offset, std::ptrdiff_t k) -> std::int32_t& { return row[static_cast<std::size_t>(offset + k)]; };
    const std::ptrdiff_t middle = most + 1;
    const auto isDown = [&](std::vector<std::int32_t>& row, std::ptrdiff_t offset, std::ptrdiff_t d, std::ptrdiff_t k) {
        return k == -d || (k != d && at(row, offset, k - 1) < at(row, offset, k + 1));
    };
    std::ptrdiff_t d = 0;
    for (bool reached = false; !reached; ++d) {
        if (d > most)
            return;
        // What is needed of the step before: diagonals -d to d.
        trace.emplace_back(furthest.begin() + (middle - d), furthest.begin() + (middle + d + 1));
        for (std::ptrdiff_t k = -d; k <= d && !reached; k += 2) {
            std::ptrdiff_t x = d == 0 ? 0 : isDown(furthest, middle, d, k) ? at(furthest, middle, k + 1) : at(furthest, middle, k - 1) + 1;
            std::ptrdiff_t y = x - k;
            while (x < n && y < m && y >= 0 && m_a[piece.a + static_cast<std::size_t>(x)] == m_b[piece.b + static_cast<std::size_t>(y)])
                ++x, ++y;
            at(furthest, middle, k) = static_cast<std::int32_t>(x);
            reached = x >= n && y >= m;
        }
    }
    std::ptrdiff_t x = n, y = m;
    for (--d; d >= 0; --d) {
        std::vector<std::int32_t>& row = trace[static_cast<std::size_t>(d)];
        const std::ptrdiff_t k = x - y;
        const std::ptrdiff_t from = d == 0 ? 0 : isDown(row, d, d, k) ? k + 1 : k - 1;
        const std::ptrdiff_t fromX = d == 0 ? 0 : at(row, d, from), fromY = fromX - from;
        const std::ptrdiff_t startX = d == 0 ? 0 : from == k + 1 ? fromX : fromX + 1;
        for (; x > startX; --x, --y)
            m_partner[piece.a + static_cast<std::size_t>(x - 1)] = piece.b + static_cast<std::size_t>(y - 1);
        x = fromX;
        y = fromY;
    }
}

} // namespace

std::vector<std::size_t> matchLines(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) { return Matcher(before, after).match(); }

} // namespace penstock::edit
