-- The count of an inbox is carried on instead of counted anew with each entry: to whom much is assigned, that was a third of the database's work.

create or replace function helios_inbox_counted() returns trigger
language plpgsql set search_path = public, pg_temp as $$
declare
  entry inbox_entry := case when tg_op = 'DELETE' then old else new end;
  more integer := case tg_op
    when 'INSERT' then new.is_unread::integer
    when 'DELETE' then -(old.is_unread::integer)
    else new.is_unread::integer - old.is_unread::integer end;
begin
  -- The row is locked and read again where somebody else changes it at the same moment.
  if more <> 0 then
    update platform.membership m set unread = greatest(m.unread + more, 0) where m.organization_id = entry.organization_id and m.user_id = entry.user_id;
  end if;
  perform pg_notify('helios_inbox', entry.organization_id || ':' || entry.user_id);
  return null;
end $$;

-- Whoever joins later begins with what waits for him.
create function helios_inbox_joined() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.unread := (select count(*) from inbox_entry i where i.organization_id = new.organization_id and i.user_id = new.user_id and i.is_unread);
  return new;
end $$;
create trigger inbox_joined before insert on platform.membership for each row execute function helios_inbox_joined();
