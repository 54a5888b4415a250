-- Creates a group that begins with the oldest entry, and notes what was trimmed or deleted before as read by it: it was
-- never the group's, and would be counted as lost otherwise. Servers before Redis 7 cannot note it.
-- KEYS: stream. ARGV: group, 1 if the stream may be created too
-- Gives what XGROUP CREATE gives, errors too.
local stream, group, mayCreate = KEYS[1], ARGV[1], ARGV[2] == '1'

local function gone()
  local info, told = redis.pcall('XINFO', 'STREAM', stream), {}
  for i = 1, #info, 2 do -- an error has no elements: there is no stream yet
    told[info[i]] = info[i + 1]
  end
  return (told['entries-added'] or 0) - (told['entries-added'] and told['length'] or 0)
end

local function create(...)
  local arguments = { stream, group, '0', ... }
  if mayCreate then
    table.insert(arguments, 4, 'MKSTREAM')
  end
  return redis.pcall('XGROUP', 'CREATE', unpack(arguments))
end

local reply = create('ENTRIESREAD', gone())
if reply.err and string.sub(reply.err, 1, 3) == 'ERR' then -- an older server knows no ENTRIESREAD
  return create()
end
return reply
