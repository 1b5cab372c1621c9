#include "core/messages/catalogue.h"

#include <QtGlobal>

namespace penstock::messages {

namespace {

constexpr Entry entries[] = {
    {"store.artifact_damaged",
     QT_TRANSLATE_NOOP("Messages", "The stored artifact {digest} no longer has the content it was stored with ({path}). Do not use it; "
                                   "the step that made it can be run again.")},
    {"store.artifact_missing",
     QT_TRANSLATE_NOOP("Messages", "The artifact {digest} is not in the store. The step that made it can be run again.")},
    {"store.cancelled", QT_TRANSLATE_NOOP("Messages", "It was stopped before it was done.")},
    {"store.chain_broken",
     QT_TRANSLATE_NOOP("Messages", "The log {path} was changed after event {seq} by something other than Penstock. Restore a backup; "
                                   "`penstock doctor` tells more.")},
    {"store.changed_by_other",
     QT_TRANSLATE_NOOP("Messages", "Another program wrote to {path}, so this owner must not go on. Start it again.")},
    {"store.changed_while_read",
     QT_TRANSLATE_NOOP("Messages", "{path} was changed while it was read. Try again when nothing writes to it.")},
    {"store.constraint", QT_TRANSLATE_NOOP("Messages", "{path} refused an entry that contradicts another one ({reason}).")},
    {"store.database_busy", QT_TRANSLATE_NOOP("Messages", "{path} is in use by another program. Try again.")},
    {"store.database_damaged",
     QT_TRANSLATE_NOOP("Messages", "The database {path} is damaged ({reason}). Restore a backup; `penstock doctor` tells more.")},
    {"store.database_empty",
     QT_TRANSLATE_NOOP("Messages", "The database {path} is empty, although there were events in it. Restore a backup.")},
    {"store.database_missing",
     QT_TRANSLATE_NOOP("Messages", "The database {path} is gone, although there were events in it. Restore a backup.")},
    {"store.denied", QT_TRANSLATE_NOOP("Messages", "{path} may not be used ({reason}). Check its permissions.")},
    {"store.disk_full",
     QT_TRANSLATE_NOOP("Messages", "There is no space left on the disk of {path}. Free some and try again; nothing was lost.")},
    {"store.event_damaged",
     QT_TRANSLATE_NOOP("Messages", "Event {seq} of the log is damaged. Restore a backup; `penstock doctor` tells more.")},
    {"store.event_known", QT_TRANSLATE_NOOP("Messages", "The event {id} is in the log already.")},
    {"store.event_too_deep", QT_TRANSLATE_NOOP("Messages", "An event of type {type} is nested too deep to be stored.")},
    {"store.full_outcome_unknown",
     QT_TRANSLATE_NOOP("Messages", "There is no space left on the disk of {path}, so nothing new can be recorded; what was recorded "
                                   "before is safe. Free some, then look at `penstock runs` before you give the last command again.")},
    {"store.head_moved",
     QT_TRANSLATE_NOOP("Messages", "The last batch came into the log after all; the log now ends at {seq}. Read on from there.")},
    {"store.link_circle",
     QT_TRANSLATE_NOOP("Messages", "The link {path} leads back into its own folder. Remove it from the output.")},
    {"store.link_leads_out",
     QT_TRANSLATE_NOOP("Messages", "The link {path} leads out of its folder, to {target}. Write the file itself there.")},
    {"store.lock_replaced",
     QT_TRANSLATE_NOOP("Messages", "The lock file {path} was replaced, so another owner may be at work. This one must not go on; start "
                                   "it again.")},
    {"store.manifest_damaged",
     QT_TRANSLATE_NOOP("Messages", "The list of files of a stored folder is damaged. The step that made it can be run again.")},
    {"store.missing", QT_TRANSLATE_NOOP("Messages", "There is no {path}.")},
    {"store.model_differs",
     QT_TRANSLATE_NOOP("Messages", "The model in {path} is not what the registry recorded. It was not put into production; register it "
                                   "again.")},
    {"store.name_too_long", QT_TRANSLATE_NOOP("Messages", "The name {path} is too long for the file system.")},
    {"store.no_local_folder",
     QT_TRANSLATE_NOOP("Messages", "{path} and {other} both lie on network file systems, where the state is not safe. Write the path of "
                                   "a folder on a local disk into the file .penstock.")},
    {"store.no_log", QT_TRANSLATE_NOOP("Messages", "Nothing has been run in this workspace yet: there is no {path}.")},
    {"store.no_state", QT_TRANSLATE_NOOP("Messages", "Nothing has been run in {path} yet.")},
    {"store.not_a_file_name", QT_TRANSLATE_NOOP("Messages", "\"{name}\" cannot be the name of a folder.")},
    {"store.not_a_small_file", QT_TRANSLATE_NOOP("Messages", "{path} is not a file of at most {limit} bytes.")},
    {"store.not_a_store", QT_TRANSLATE_NOOP("Messages", "The database is not one of Penstock's. Move it away.")},
    {"store.not_an_output_place", QT_TRANSLATE_NOOP("Messages", "{path} is not a place where a step may write.")},
    {"store.not_storable",
     QT_TRANSLATE_NOOP("Messages", "{path} is neither a file nor a folder ({kind}), so it cannot be kept. Leave it out of the output.")},
    {"store.outcome_unknown",
     QT_TRANSLATE_NOOP("Messages", "It is not known whether the last change reached the disk ({path}). Check the disk; the owner finds "
                                   "out when it starts again.")},
    {"store.output_is_link",
     QT_TRANSLATE_NOOP("Messages", "The output {path} is a link. Write the file or folder itself there.")},
    {"store.owned_elsewhere", QT_TRANSLATE_NOOP("Messages", "Another owner has {path}. Use that one, or end it first.")},
    {"store.pointer_empty",
     QT_TRANSLATE_NOOP("Messages", "The file {path} should name the folder of the state, but is empty. Write its path there.")},
    {"store.read_only", QT_TRANSLATE_NOOP("Messages", "{path} cannot be written, because its disk is read-only.")},
    {"store.record_damaged",
     QT_TRANSLATE_NOOP("Messages", "{path} cannot be read, so it is not known to which workspace the state belongs. Restore a backup.")},
    {"store.schema_newer",
     QT_TRANSLATE_NOOP("Messages", "The database is of version {version}, but this version of Penstock knows only {known}. Update "
                                   "Penstock.")},
    {"store.setting_refused",
     QT_TRANSLATE_NOOP("Messages", "SQLite refused the setting \"{setting}\" for {path}, without which nothing would be safe. Put the "
                                   "state on a local disk.")},
    {"store.state_gone",
     QT_TRANSLATE_NOOP("Messages", "{path} names a folder of state that is not there. Bring it back (is its disk mounted?), or remove "
                                   "{path} to begin anew.")},
    {"store.state_of_other",
     QT_TRANSLATE_NOOP("Messages", "The state in {path} belongs to the workspace {other}. Give this workspace a folder of its own.")},
    {"store.system_failed", QT_TRANSLATE_NOOP("Messages", "The system failed at {path} ({reason}).")},
    {"store.tail_lost",
     QT_TRANSLATE_NOOP("Messages", "The log {path} ends at event {found}, but {known} was already safe: the disk may be failing, or an "
                                   "older copy was put in its place. What is there is kept in {copy}. Restore a newer copy, or go on "
                                   "without the missing events: `penstock audit accept-loss --until {known}`.")},
    {"store.tail_lost_not_copied",
     QT_TRANSLATE_NOOP("Messages", "The log {path} ends at event {found}, but {known} was already safe: the disk may be failing, or an "
                                   "older copy was put in its place. What is there could not be copied; make room for that first.")},
    {"store.too_deep", QT_TRANSLATE_NOOP("Messages", "{path} is nested too deep to be kept.")},
    {"store.too_many_open_files",
     QT_TRANSLATE_NOOP("Messages", "Too many files are open. Try again, or raise the limit (`ulimit -n`).")},
    {"store.two_states",
     QT_TRANSLATE_NOOP("Messages", "There are two folders of state for this workspace: {path} and {other}. Move the one that is not "
                                   "wanted away.")},
};

} // namespace

std::span<const Entry> storeCatalogue() { return entries; }

} // namespace penstock::messages
