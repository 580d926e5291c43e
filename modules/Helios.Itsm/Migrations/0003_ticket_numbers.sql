-- Tickets in the order of their numbers.
select helios_numbered('ticket');
