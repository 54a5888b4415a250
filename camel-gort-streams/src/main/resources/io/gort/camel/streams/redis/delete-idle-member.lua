-- Deletes a member from a group if nothing is pending for it and it has been idle for long enough.
-- KEYS: stream. ARGV: group, member, idle time in milliseconds
-- Gives 1 if it was deleted.
local stream, group, member, longIdle = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[3])
for _, each in ipairs(redis.call('XINFO', 'CONSUMERS', stream, group)) do
  local told = {}
  for i = 1, #each, 2 do
    told[each[i]] = each[i + 1]
  end
  if told['name'] == member and told['pending'] == 0 and told['idle'] >= longIdle then
    redis.call('XGROUP', 'DELCONSUMER', stream, group, member)
    return 1
  end
end
return 0
