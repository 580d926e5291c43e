-- The undo of a module's first switch takes its row away again.

select helios_grant('delete', 'platform.module_switch');
