/** What is given to a part at `assignment.actions`: the order of the assignment. */
export interface AssignmentActionProps {
  readonly orderId: string;
}
