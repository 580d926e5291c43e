-- Entries of inboxes are written many at once: what follows from them is done once a statement and person, not once a row.

drop trigger inbox_counted on inbox_entry;
drop function helios_inbox_counted();

-- Carries on how many of somebody's entries are unread, and tells his pages.
create function helios_inbox_told(organization uuid, person uuid, more bigint) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  -- The row is locked and read again where somebody else changes it at the same moment.
  if more <> 0 then
    update platform.membership m set unread = greatest(m.unread + more, 0) where m.organization_id = organization and m.user_id = person;
  end if;
  perform pg_notify('helios_inbox', organization || ':' || person);
end $$;

-- Always in the same order, so that two statements do not wait for each other.
create function helios_inbox_counted() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform helios_inbox_told(organization_id, user_id, more) from (
      select organization_id, user_id, count(*) filter (where is_unread) as more from new_rows group by 1, 2 order by 1, 2) changed;
  elsif tg_op = 'DELETE' then
    perform helios_inbox_told(organization_id, user_id, more) from (
      select organization_id, user_id, -count(*) filter (where is_unread) as more from old_rows group by 1, 2 order by 1, 2) changed;
  else
    perform helios_inbox_told(organization_id, user_id, more) from (
      select n.organization_id, n.user_id, count(*) filter (where n.is_unread) - count(*) filter (where o.is_unread) as more
      from new_rows n join old_rows o using (organization_id, id) group by 1, 2 order by 1, 2) changed;
  end if;
  return null;
end $$;

create trigger inbox_added after insert on inbox_entry referencing new table as new_rows for each statement execute function helios_inbox_counted();
create trigger inbox_changed after update on inbox_entry referencing old table as old_rows new table as new_rows for each statement execute function helios_inbox_counted();
create trigger inbox_removed after delete on inbox_entry referencing old table as old_rows for each statement execute function helios_inbox_counted();
