// What the program looks like, as one value: colours by role, type sizes, series colours. The tokens are those of the
// light and dark drawings; a desktop that brings a palette of its own (high contrast, a tinted theme) replaces them.
// Values only: may be copied to and read from any thread, except font(), which asks the application.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace penstock::theme {

enum class Role {
    window,    // behind everything
    panel,     // cards, lists, nodes
    canvas,
    code,      // fields, commands, digests
    selection, // rows, the chosen mode
    hairline,
    text,
    muted,
    accent,
    onAccent, // text on an accent surface
    succeeded,
    running,
    failed,
    waiting, // for a person
    warning, // lost, warning, the way back
    cached,
    idle,
};
inline constexpr std::size_t roleCount = 17;
inline constexpr std::size_t surfaceCount = 5; // the first roles are surfaces that text stands on

enum class Type { title, heading, name, text, secondary, caption, mono };

class Theme final {
public:
    enum class Tone { light, dark };

    static Theme light();
    static Theme dark();
    // The tokens that fit the desktop's tone, or the desktop's own colours when it is high contrast or tinted.
    static Theme forDesktop(const QPalette& desktop);

    Tone tone() const { return m_tone; }
    bool isOfDesktop() const { return m_ofDesktop; }
    // For surfaces, lines and marks.
    QColor color(Role role) const { return m_colors[static_cast<std::size_t>(role)]; }
    // The role's colour as text on a surface: moved towards the text colour until the contrast is 4.5:1 or better.
    QColor ink(Role role, Role surface = Role::panel) const;
    // Safe for the colour-blind, in a fixed order; from the seventh on the same colours with dashes.
    QColor seriesColor(int index) const;
    static Qt::PenStyle seriesPen(int index);

    QPalette palette() const;
    // Sizes follow the desktop's font; call on the GUI thread.
    static QFont font(Type type);

    bool operator==(const Theme&) const = default;

private:
    Theme(Tone tone, const std::array<QColor, roleCount>& colors, bool ofDesktop);

    Tone m_tone;
    bool m_ofDesktop;
    std::array<QColor, roleCount> m_colors;
    std::array<std::array<QColor, roleCount>, surfaceCount> m_inks;
};

// Logical pixels; multiples of 4 but for lines and radii.
struct Metrics {
    static constexpr int unit = 4;
    static constexpr int gap = 8;
    static constexpr int margin = 16;
    static constexpr int rail = 60;
    static constexpr int header = 44;
    static constexpr int row = 28;
    static constexpr int control = 30;
    static constexpr int radius = 6;
    static constexpr int cardRadius = 8;
    static constexpr int icon = 16;
    static constexpr int nodeWidth = 196;
    static constexpr int nodeHeight = 58;
};

} // namespace penstock::theme
