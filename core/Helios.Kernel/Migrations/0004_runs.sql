-- Every run of a command has an id that its events share: by it a run is undone, however many records it changed.
-- The id is a UUID v7 of the moment of its events, so they are found by their primary key and need no index of their own.

-- Null in events that are older than this column; those cannot be undone.
alter table event add column run_id uuid;
-- The command's immutable name; of an undo that of the command whose run it takes back.
alter table event add column command text;
-- The run that this one takes back.
alter table event add column undoes uuid;
alter table event add constraint event_run check ((run_id is null) = (command is null) and (undoes is null or run_id is not null)) not valid;
