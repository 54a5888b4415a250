-- Counts the entries that were trimmed or deleted before the group read them, each once: what is counted is written
-- into the group's own counter of entries read, and the last delivered id stays where it is.
-- The group's counter is exact as long as one server process keeps it. It does not reach replicas and the append only
-- file with each read, so after a restart or a failover it may be too low. What it says is taken only if this connection
-- has looked before, or the server has surely kept it since the last read; else it is set right without counting.
-- KEYS: stream. ARGV: group, an id that the group has certainly been given (0-0: look closely), 1 if this connection has
--   looked before, how many entries will be read next, the most unread entries to be counted one by one
-- Gives { newly counted, last delivered id, next unread id or '' }; if the number cannot be told { -1, the same, the same,
--   the unread id after those that will be read next or '' }; nil if all is well.
local stream, group, given, again = KEYS[1], ARGV[1], ARGV[2], ARGV[3] == '1'
local count, most = tonumber(ARGV[4]), tonumber(ARGV[5])
local PAGE = 100

local function properties(list)
  local named = {}
  for i = 1, #list, 2 do
    named[list[i]] = list[i + 1]
  end
  return named
end

-- Both parts of an id may have 64 bits, more than a number of Lua holds.
local function isAfter(one, other)
  local millis, sequence = string.match(one, '(%d+)-(%d+)')
  local otherMillis, otherSequence = string.match(other, '(%d+)-(%d+)')
  if millis == otherMillis then
    millis, otherMillis = sequence, otherSequence
  end
  if #millis ~= #otherMillis then
    return #millis > #otherMillis
  end
  return millis > otherMillis
end

local info = properties(redis.call('XINFO', 'STREAM', stream))
local added, deleted = info['entries-added'], info['max-deleted-entry-id']
local first, last = info['first-entry'] and info['first-entry'][1], info['last-entry'] and info['last-entry'][1]

if given ~= '0-0' and (not added or first and not isAfter(first, given) and not isAfter(deleted, given)) then
  return false
end

local own
for _, each in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
  local told = properties(each)
  if told['name'] == group then
    own = told
  end
end
if not own then
  return false
end
local delivered, read = own['last-delivered-id'], own['entries-read']

local function nextUnread(ahead)
  local entry = redis.call('XRANGE', stream, '(' .. delivered, '+', 'COUNT', ahead)[ahead]
  return entry and entry[1] or ''
end

local function cannotTell()
  return { -1, delivered, nextUnread(1), nextUnread(count + 1) }
end

-- How many entries are on the stream that the group has not been given; nil if they are too many to count.
local function unread()
  if not last or not isAfter(last, delivered) then
    return 0
  elseif isAfter(first, delivered) then
    return info['length']
  end
  local counted, from = 0, delivered
  while counted <= most do
    local page = redis.call('XRANGE', stream, '(' .. from, '+', 'COUNT', PAGE)
    counted = counted + #page
    if #page < PAGE then
      return counted
    end
    from = page[#page][1]
  end
  return nil
end

-- Whether the entries up to the last delivered one were all read from this process, which was never a replica. The server
-- tells its start by the second only, so an entry of that second may be older than the process.
local function isKeptHere()
  if delivered == '0-0' then
    return true
  end
  local server = redis.pcall('INFO', 'server', 'replication')
  if type(server) ~= 'string' then
    return false
  end
  local uptime, now = string.match(server, 'uptime_in_seconds:(%d+)'), redis.call('TIME')[1]
  local neverPromoted = string.find(server, 'second_repl_offset:-1', 1, true)
  return neverPromoted and tonumber(string.match(delivered, '%d+')) >= (now - uptime + 1) * 1000
end

local function setRead(number)
  redis.call('XGROUP', 'SETID', stream, group, delivered, 'ENTRIESREAD', number)
end

if not added then
  return cannotTell()
end

local passed = last and isAfter(last, delivered) and not isAfter(first, delivered)
if read and again and passed and not isAfter(deleted, delivered) then
  return false
end

local left = unread()
if not left then
  if read and not again and not isKeptHere() then
    setRead(-1) -- unknown rather than wrong
  end
  return cannotTell()
end
local reached = added - left
if reached == read then
  return false
end
setRead(reached)
if not read and delivered == '0-0' and own['consumers'] == 0 then
  read = 0 -- we did not make this group: it is taken to be as old as its stream
end
if not read then
  return cannotTell()
elseif again then
  return { math.max(0, reached - read), delivered, nextUnread(1) }
elseif not isAfter(info['last-generated-id'], delivered) or passed and not isAfter(deleted, delivered) then
  return false
elseif not isKeptHere() then
  return cannotTell()
end
return { math.max(0, reached - read), delivered, nextUnread(1) }
