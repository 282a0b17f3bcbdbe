resource "aws_sfn_state_machine" "orders" {
  name     = "orders"
  role_arn = var.role_arn

  definition = jsonencode({
    StartAt = "Load"
    States = {
      Load = {
        Type = "Wait"
        Seconds = 5
        Next = "Save"
      }
      Save = {
        Type = "Succeed"
      }
    }
  })
}
