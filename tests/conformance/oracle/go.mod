module conformance/oracle

go 1.21

require github.com/buger/jsonparser v1.1.1
